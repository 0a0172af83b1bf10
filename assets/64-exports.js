/* The whole story in other forms: the file is fetched, so that the page says that it is being made, and why if it is not. */
(() => {
  "use strict";
  const making = new Set();

  async function fetched(address) {
    const answer = await fetch(address).catch(() => {
      throw new Error("Dramatis does not answer; see whether it is still running");
    });
    if (!answer.ok) {
      const isTold = (answer.headers.get("content-type") || "").startsWith("text/plain");
      throw new Error(isTold ? await answer.text() : "there is a fault in Dramatis; please report it");
    }
    const [, name] = /filename=([\w.-]+)/.exec(answer.headers.get("content-disposition") || "") || [];
    return [await answer.blob(), name];
  }

  async function make(address, form) {
    const { announce, download } = window.dramatis.saving;
    if (making.has(address)) return;
    making.add(address);
    announce(`Making the file (${form}) …`, { lasting: true });
    try {
      const [blob, name] = await fetched(address);
      download(blob, name);
      announce(`Saved ${name}`);
    } catch (problem) {
      announce(`The file could not be made: ${problem.message}.`);
    } finally {
      making.delete(address);
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".forms a[download]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.dash_clientside.set_props("saving", { opened: false });
    make(link.href, link.textContent);
  });
})();
