/* The chips of filters stay on one line, so that none stands over an actor: those without room are counted in a button at its end,
   which unfolds them for as long as the reader is at them. */
(() => {
  "use strict";
  const list = () => document.getElementById("filter-chips");
  const button = () => document.getElementById("more-chips");
  const chips = () => [...list().querySelectorAll(".filter-chip")];
  const isUnfolded = () => list().classList.contains("unfolded");

  function write(words, rest) {
    button().replaceChildren(words, Object.assign(document.createElement("span"), { className: "unseen", textContent: rest }));
    button().setAttribute("aria-expanded", String(isUnfolded()));
  }

  /* Folds what does not fit on the line; the button itself takes some of it. */
  function fold() {
    if (!list()) return;
    const all = chips();
    const isBelow = (chip) => chip.offsetTop > all[0].offsetTop;
    list().style.width = "";
    button().classList.add("aside"); // not hidden, as it may have the focus
    const isLong = all.some(isBelow);
    button().classList.remove("aside");
    button().hidden = !isLong;
    if (isLong) write("+88 more", " filters"); // as wide as it gets
    else list().classList.remove("unfolded");
    const folded = isUnfolded() ? [] : all.filter(isBelow);
    for (const chip of all) chip.classList.toggle("folded", folded.includes(chip));
    if (!isLong) return;
    const last = all[all.length - folded.length - 1];
    if (folded.length) list().style.width = `${Math.ceil(last.offsetLeft + last.offsetWidth)}px`;
    write(folded.length ? `+${folded.length} more` : "Fewer", " filters");
  }

  function unfold(isWanted) {
    if (isWanted === isUnfolded()) return;
    list().classList.toggle("unfolded", isWanted);
    fold();
  }

  const isAtChips = (element) => Boolean(element?.closest?.(".chips"));

  function start() {
    if (!button()) {
      requestAnimationFrame(start);
      return;
    }
    const box = button().parentElement;
    button().addEventListener("click", () => unfold(!isUnfolded()));
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !isUnfolded()) return;
      event.stopPropagation(); // what is selected stays
      unfold(false);
      button().focus();
    });
    box.addEventListener("focusout", ({ relatedTarget: next }) => next && !isAtChips(next) && unfold(false));
    document.addEventListener("pointerdown", ({ target }) => isAtChips(target) || unfold(false), true);
    new ResizeObserver(fold).observe(box.parentElement);
  }
  start();

  window.dramatis = window.dramatis || {};
  window.dramatis.foldChips = fold;
})();
