/* The sentences of the evidence: walked one by one with keys or buttons, put in another order, copied as citations. */
(() => {
  "use strict";
  /* Keys, anywhere but where text is written. */
  const KEYS = {
    j: { does: () => step(1), says: "Next sentence" },
    k: { does: () => step(-1), says: "Previous sentence" },
  };
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const pane = () => document.getElementById("evidence");
  const cards = () => [...pane().querySelectorAll(".passage")];
  let current = null; // the card that the reader has come to
  let passage = ""; // and what it held then
  let wanted = -1; // its place, where more sentences are still to come

  /* --- Walking --- */
  function step(by) {
    const all = cards();
    if (!all.length) return;
    const at = all.indexOf(current) + by;
    const more = pane().querySelector(".more-sentences");
    if (at >= all.length && more) {
      wanted = all.length;
      more.click();
    } else {
      go(all[Math.max(0, Math.min(at, all.length - 1))]);
    }
  }

  function go(card) {
    mark(card);
    for (let fold = card.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const isNarrow = window.matchMedia("(max-width: 760px)").matches;
    if (isNarrow && document.documentElement.dataset.sheet !== "evidence") document.querySelector("[data-sheet=evidence]")?.click();
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    if (document.documentElement.dataset.reading) card.querySelector("[data-read]").click();
  }

  function mark(card) {
    current?.classList.remove("current");
    [current, passage] = [card, card?.dataset.passage];
    current?.classList.add("current");
    tellPosition();
  }

  function tellPosition() {
    const place = pane().querySelector(".position");
    if (!place) return;
    const at = current ? cards().indexOf(current) + 1 : 0;
    const [seen, total] = [at || "–", Number(place.dataset.total).toLocaleString("en")];
    const words = `${seen} of ${total}`;
    if (place.textContent !== words) place.textContent = words;
  }

  /* Other evidence has come, or more of the same. */
  function restart() {
    const all = cards();
    if (wanted >= 0 && all.length > wanted) go(all[wanted]);
    else mark(current?.isConnected && current.dataset.passage === passage ? current : null);
    wanted = -1;
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest?.("[data-step], [data-order], [data-copy], .passage");
    if (!target) return;
    const { step: by, order, copy: text } = target.dataset;
    if (by && pane().contains(target)) step(Number(by));
    else if (order) tell("order", { data: order });
    else if (text) window.dramatis.copy(text);
    else if (pane().contains(target)) mark(target);
  });

  document.addEventListener("keydown", (event) => {
    const key = KEYS[event.key];
    const isWriting = event.target.matches("input, textarea, [contenteditable]");
    if (!key || isWriting || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if ([...document.querySelectorAll("[role=dialog]")].some((found) => found.checkVisibility())) return;
    event.preventDefault();
    key.does();
  });

  function start() {
    if (!pane()) {
      requestAnimationFrame(start);
      return;
    }
    document.getElementById("evidence-body").addEventListener("filled", restart);
  }
  start();
})();
