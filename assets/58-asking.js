/* Asking and following: how the boxes show what the server found, and what a choice or Enter in them selects. */
(() => {
  "use strict";
  const choose = (selection) => window.dramatis.selection.choose(selection);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const box = () => document.getElementById("ask");

  window.dashMantineFunctions = Object.assign(window.dashMantineFunctions || {}, {
    /* The server has searched already, over aliases too. */
    asFound: ({ options }) => options,
    foundOption: ({ option: { value, label, kind, also, what } }) => {
      const make = window.React.createElement;
      const sign = kind ? `sign kind-${kind}` : "icon icon-ask";
      return make("span", { className: "found", "data-found": what, "data-value": value },
        make("span", { className: sign, "aria-hidden": "true" }),
        make("span", null, label, also ? make("span", { className: "found-also" }, ` also called ${also}`) : null));
    },
  });

  /* Returns the first of those found that does hold what is written: an answer may lag behind quick fingers. */
  function firstFound(field, wanted) {
    const list = document.getElementById(field.getAttribute("aria-controls"));
    const found = list?.checkVisibility() ? [...list.querySelectorAll(wanted)] : [];
    return found.find(({ textContent }) => fold(textContent).includes(fold(field.value.trim())))?.closest("[role=option]");
  }

  function ask() {
    const written = box().value.trim();
    if (!written) return;
    const first = firstFound(box(), "[data-found=actor]");
    if (first) first.click();
    else choose({ what: "question", id: written });
  }

  /* Asks how the selected actor is tied to another one. The box is emptied later: it still takes on what was clicked in it. */
  function follow(to) {
    const { what, id } = window.dramatis.selection.now();
    if (what !== "actor") return;
    document.getElementById("evidence").focus(); // the box goes with the panel that it stands in
    choose({ what: "path", ids: [id, to] });
    window.dramatis.story.afterPaint(() => window.dash_clientside.set_props("tied-to", { value: null }));
  }

  /* Mantine clicks the option that the keys have reached, so that one listener serves mouse and keys. What Dash tells of its
     boxes is not waited for: an answer of the server may take it back. */
  document.addEventListener("click", (event) => {
    const found = event.target.closest("[role=option]")?.querySelector("[data-found]");
    if (found?.dataset.found === "tied") follow(found.dataset.value);
    else if (found) choose({ what: found.dataset.found, id: found.dataset.value });
  });

  document.addEventListener("keydown", (event) => {
    const writing = event.target.matches("input, textarea, [contenteditable]");
    const isEntered = event.key === "Enter" && !event.defaultPrevented && !event.isComposing;
    if (isEntered && event.target === box()) ask();
    if (isEntered && event.target.matches("#tied-to, [id^=filter-]") && event.target.value.trim()) {
      firstFound(event.target, "[role=option]:not([aria-selected=true])")?.click();
    }
    if (event.key === "a" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box().focus();
      box().select();
    }
  });
})();
