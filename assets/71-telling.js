/* Adding a claim: words that are marked in an article become who acts, what says so and upon whom. */
(() => {
  "use strict";
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keep = () => window.dash_clientside.no_update;
  const panel = () => document.getElementById("tell-panel");
  const isOpen = () => panel()?.checkVisibility();
  const length = (text) => [...text].length; // the server counts characters, the browser halves of some
  let told = {};

  /* Return where a point of a selection lies in the article's text, null outside of its sentences. */
  function placeOf(node, offset) {
    const said = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".said");
    if (!said) return null;
    const before = document.createRange();
    before.setStart(said, 0);
    before.setEnd(node, offset);
    return Number(said.dataset.at) + length(before.toString());
  }

  /* Return the marked words, else those of the mention that has the focus, without blanks around them. */
  function marked() {
    const selection = window.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : focused();
    if (!range) return null;
    const text = range.toString();
    const [start, end] = [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
    const words = text.trim();
    if (start === null || end === null || !words) return null;
    const from = start + length(text) - length(text.trimStart());
    return { words, place: [from, end - (length(text) - length(text.trimEnd()))] };
  }

  function focused() {
    const mark = document.activeElement;
    if (!mark?.matches(".said [data-picks]")) return null;
    const range = document.createRange();
    range.selectNodeContents(mark);
    return range;
  }

  function mark(slot) {
    const found = marked();
    if (!found) {
      tell("notice", { children: "Mark words in a sentence of the article first." });
      return;
    }
    const article = document.querySelector("#reader-body .article-text").dataset.article;
    told = { ...(told.article === article ? told : {}), article, [slot.dataset.role]: found.place };
    write(slot, found.words);
    document.getElementById("tell-said").textContent = slot.textContent;
    tell("told", { data: told });
  }

  function write(slot, words) {
    slot.querySelector(".tell-words").textContent = words;
    slot.classList.toggle("filled", words !== "…");
  }

  function toggle(button) {
    panel().hidden = !panel().hidden;
    button.setAttribute("aria-expanded", String(!panel().hidden));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("#tell-claim");
    if (button) toggle(button);
    const slot = event.target.closest(".tell-slot");
    if (slot) mark(slot);
  });
  /* A press must not take the marks away that it is to use. */
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest(".tell-slot")) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (!isOpen() || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
    const slot = panel().querySelector(`.tell-slot[data-key="${CSS.escape(event.key)}"]`);
    if (!slot) return;
    event.preventDefault();
    mark(slot);
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    /* The claim is added: the slots are free again. */
    showTold: (now) => {
      if (now) return keep();
      told = {};
      for (const slot of panel().querySelectorAll(".tell-slot")) write(slot, "…");
      return keep();
    },
  });
})();
