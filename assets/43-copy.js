/* Copying text, on plain http too, where browsers have no navigator.clipboard. */
(() => {
  "use strict";
  const tell = (words) => window.dash_clientside.set_props("notice", { children: words });

  function copyByHand(text) {
    const focused = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    focused?.focus({ preventScroll: true });
    return isDone;
  }

  /* Copy text, and say so in words. */
  async function copy(text, words = "Copied") {
    let isDone = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch { // no leave, or no secure address
      isDone = copyByHand(text);
    }
    tell("");
    requestAnimationFrame(() => tell(isDone ? words : "The browser does not allow copying here."));
  }

  window.dramatis = Object.assign(window.dramatis || {}, { copy });
})();
