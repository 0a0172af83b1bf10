/* Choosing words of an article by keys, while a claim is added: sentence by sentence, word by word, more or fewer of them. What is
   chosen is marked as if by the mouse, so that 71-telling.js takes it, and is read out. */
(() => {
  "use strict";
  const WORD = /[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*/gu;
  const KEYS = {
    ArrowDown: () => goTo(at + 1),
    ArrowUp: () => goTo(at - 1),
    ArrowRight: (more) => (more ? reach(1) : step(1)),
    ArrowLeft: (more) => (more ? reach(-1) : step(-1)),
  };
  const byId = (id) => document.getElementById(id);
  const pieces = () => [...byId("reader-body").querySelectorAll(".said")].filter((piece) => piece.textContent.search(WORD) >= 0);
  let at = -1; // the sentence, or the piece of one on its line
  let [anchor, head] = [0, 0]; // the first and the last of the chosen words, in either order

  const wordsOf = (piece) => [...piece.textContent.matchAll(WORD)].map(({ 0: word, index }) => [index, index + word.length]);

  /* Return the text node at a place of an element's text, and the place in it. */
  function pointOf(element, offset) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let [node, left] = [walker.nextNode(), offset];
    while (left > node.length) {
      left -= node.length;
      node = walker.nextNode();
    }
    return [node, left];
  }

  /* The reader begins where words are marked, else at the sentence that the article was opened at, else at the first in sight. */
  function begin(all) {
    const marked = window.getSelection().anchorNode;
    const { top } = byId("reader-body").getBoundingClientRect();
    const ways = [(piece) => marked && piece.contains(marked), (piece) => piece.classList.contains("here"),
      (piece) => piece.getBoundingClientRect().bottom > top];
    return ways.map((way) => all.findIndex(way)).find((found) => found >= 0) ?? 0;
  }

  function goTo(wanted) {
    const all = pieces();
    if (!all.length) return;
    at = at < 0 || !all.some((piece) => piece.classList.contains("choosing")) ? begin(all) : Math.max(0, Math.min(wanted, all.length - 1));
    anchor = head = 0;
    show(all[at], all[at].textContent.trim());
  }

  function step(by) {
    const all = pieces();
    if (!all[at]?.classList.contains("choosing")) {
      goTo(0);
      return;
    }
    const next = head + by;
    if (next < 0 || next >= wordsOf(all[at]).length) {
      if (!all[at + by]) return;
      at += by;
      anchor = head = by > 0 ? 0 : wordsOf(all[at]).length - 1;
    } else {
      anchor = head = next;
    }
    show(all[at]);
  }

  function reach(by) {
    const piece = pieces()[at];
    if (!piece?.classList.contains("choosing")) {
      goTo(0);
      return;
    }
    head = Math.max(0, Math.min(head + by, wordsOf(piece).length - 1));
    show(piece);
  }

  function show(piece, sentence = "") {
    const words = wordsOf(piece);
    const [from, to] = [words[Math.min(anchor, head)][0], words[Math.max(anchor, head)][1]];
    window.getSelection().setBaseAndExtent(...pointOf(piece, from + 1).map((part, nth) => (nth ? part - 1 : part)), ...pointOf(piece, to));
    for (const other of byId("reader-body").querySelectorAll(".choosing")) other.classList.remove("choosing");
    piece.classList.add("choosing");
    piece.scrollIntoView({ block: "nearest" });
    const chosen = piece.textContent.slice(from, to);
    byId("tell-said").textContent = sentence ? `${sentence} Chosen: ${chosen}` : chosen;
  }

  document.addEventListener("keydown", (event) => {
    const does = KEYS[event.key];
    if (!does || !byId("tell-panel")?.checkVisibility() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, textarea, [role=option]") || !event.target.closest("#reader-pane, body:focus")) return;
    event.preventDefault();
    event.stopPropagation();
    does(event.shiftKey);
  }, true);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#tell-claim")) return;
    for (const piece of byId("reader-body").querySelectorAll(".choosing")) piece.classList.remove("choosing");
  });
})();
