/* The whole story in other forms: the file is fetched, so that the page says how far it is, and why if it is not made, and a
   reader need not wait for it: what is cancelled here the server ends too, as nobody takes what it tells. */
(() => {
  "use strict";
  const PATIENCE = 500; // milliseconds: what is made sooner needs neither a share nor a button to cancel it
  const PAUSE = 2000; // between two shares that are told, so that who listens to them can listen to other things
  const making = new Map(); // address -> what cancels it

  async function fetched(address, signal, tell) {
    const answer = await fetch(`${address}?shares`, { signal }).catch((problem) => {
      throw signal.aborted ? problem : new Error("Dramatis does not answer; see whether it is still running");
    });
    if (!answer.ok) {
      const isTold = (answer.headers.get("content-type") || "").startsWith("text/plain");
      throw new Error(isTold ? await answer.text() : "there is a fault in Dramatis; please report it");
    }
    const [, name] = /filename=([\w.-]+)/.exec(answer.headers.get("content-disposition") || "") || [];
    const blob = await received(answer.body.getReader(), tell).catch((problem) => {
      throw signal.aborted ? problem : new Error("the connection broke off; try again");
    });
    return [blob, name];
  }

  /* Returns the file of an answer, before which stand a byte for each percentage that is done, and a byte 0. */
  async function received(reader, tell) {
    const parts = [];
    let isFile = false;
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      const end = isFile ? -1 : value.indexOf(0);
      const shares = value.subarray(0, isFile ? 0 : end < 0 ? value.length : end);
      if (shares.length) tell(shares.at(-1));
      isFile ||= end >= 0;
      if (isFile) parts.push(value.subarray(end + 1));
    }
    if (!isFile) throw new Error("there is no file");
    return new Blob(parts);
  }

  /* Returns what tells, at first after a while and then now and again, how much of a file is made. */
  function teller(form) {
    let next = performance.now() + PATIENCE;
    return (percentage) => {
      if (performance.now() < next) return;
      next = performance.now() + PAUSE;
      window.dramatis.saving.announce(`Making the file (${form}): ${percentage}% …`, { lasting: true });
    };
  }

  async function make(address, form) {
    const { announce, download } = window.dramatis.saving;
    if (making.has(address)) return;
    const cancelling = new AbortController();
    making.set(address, cancelling);
    announce(`Making the file (${form}) …`, { lasting: true });
    setTimeout(offerCancel, PATIENCE);
    try {
      const [blob, name] = await fetched(address, cancelling.signal, teller(form));
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
