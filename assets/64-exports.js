/* The whole story in other forms: the file is fetched, so that the page says that it is being made, and why if it is not, and
   a reader need not wait for it. */
(() => {
  "use strict";
  const PATIENCE = 400; // milliseconds: what is made sooner needs no button to cancel it
  const making = new Map(); // address -> what cancels it

  async function fetched(address, signal) {
    const answer = await fetch(address, { signal }).catch((problem) => {
      throw signal.aborted ? problem : new Error("Dramatis does not answer; see whether it is still running");
    });
    if (!answer.ok) {
      const isTold = (answer.headers.get("content-type") || "").startsWith("text/plain");
      throw new Error(isTold ? await answer.text() : "there is a fault in Dramatis; please report it");
    }
    const [, name] = /filename=([\w.-]+)/.exec(answer.headers.get("content-disposition") || "") || [];
    const blob = await answer.blob().catch((problem) => {
      throw signal.aborted ? problem : new Error("the connection broke off; try again");
    });
    return [blob, name];
  }

  async function make(address, form) {
    const { announce, download } = window.dramatis.saving;
    if (making.has(address)) return;
    const cancelling = new AbortController();
    making.set(address, cancelling);
    announce(`Making the file (${form}) …`, { lasting: true });
    setTimeout(offerCancel, PATIENCE);
    try {
      const [blob, name] = await fetched(address, cancelling.signal);
      download(blob, name);
      announce(`Saved ${name}`);
    } catch (problem) {
      const { aborted } = cancelling.signal;
      announce(aborted ? `Cancelled: no file was made (${form}).` : `The file could not be made: ${problem.message}.`);
    } finally {
      making.delete(address);
      offerCancel();
    }
  }

  /* Shows what cancels the making as long as something is made; who stood on it goes back to where the making began. */
  function offerCancel() {
    const button = document.getElementById("cancel-making");
    const isLeft = !making.size && button === document.activeElement;
    button.hidden = !making.size;
    if (isLeft) document.getElementById("save-picture").focus();
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("#cancel-making")) for (const cancelling of making.values()) cancelling.abort();
    const link = event.target.closest(".forms a[download]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.dash_clientside.set_props("saving", { opened: false });
    make(link.href, link.textContent);
  });
})();
