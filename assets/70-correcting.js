/* Corrections: the menus beside actors and claims, undo and redo by keys, and the decisions on pairs. */
(() => {
  "use strict";
  const MARGIN = 8;
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keep = () => window.dash_clientside.no_update;
  let menu = null; // the open one
  let opener = null;
  let act = "";
  let later = []; // pairs left for later
  let isDeciding = false; // the pair that is shown is decided, and the next has yet to come

  /* --- Menus --- */
  const items = () => [...menu.querySelectorAll("[role=menuitem]:not(:disabled)")];

  function openMenu(button) {
    closeMenu();
    opener = button;
    menu = document.getElementById(button.dataset.menu);
    menu.hidden = false;
    for (const item of menu.querySelectorAll("[data-press]")) item.disabled = document.getElementById(item.dataset.press).disabled;
    button.setAttribute("aria-expanded", "true");
    placeMenu(button.getBoundingClientRect());
    items()[0].focus({ preventScroll: true });
  }

  /* Below the button where there is room, above it else; never beyond the window. */
  function placeMenu(beside) {
    const { offsetWidth: width, offsetHeight: height } = menu;
    const below = beside.bottom + 4 + height + MARGIN <= window.innerHeight;
    const top = below ? beside.bottom + 4 : Math.max(MARGIN, beside.top - 4 - height);
    menu.style.top = `${top}px`;
    menu.style.left = `${Math.max(MARGIN, Math.min(beside.left, window.innerWidth - width - MARGIN))}px`;
  }

  function closeMenu(returns = false) {
    if (!menu) return;
    menu.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (returns) opener.focus({ preventScroll: true });
    menu = null;
  }

  function moveInMenu(event) {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[to % all.length].focus();
    else if (event.key === "Escape") closeMenu(true);
    else if (event.key === "Tab") { closeMenu(true); return; }
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /* --- What is asked for --- */
  function ask(button) {
    act = button.dataset.act;
    tell("correct", { data: { act, id: button.dataset.of ?? opener.dataset.of, at: Date.now() } });
    closeMenu(true);
  }

  function askOfProject(act) {
    tell("project-act", { data: { act, at: Date.now() } });
    closeMenu(true);
  }

  function decide({ verdict, first, second, log, number }) {
    if (verdict && isDeciding) return;
    isDeciding = Boolean(verdict);
    pair()?.classList.toggle("waiting", isDeciding);
    if (verdict === "later") later = [...later, `${first} ${second}`];
    if (verdict === "again") later = [];
    tell("review", { data: { verdict: verdict ?? log, first, second, number, later, at: Date.now() } });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-menu], [data-act], [data-project], [data-verdict], [data-log]");
    const isOpen = menu && button === opener;
    if (!button || isOpen || button.dataset.menu) closeMenu(isOpen);
    if (!button || isOpen) return;
    if (button.dataset.menu) openMenu(button);
    else if (button.dataset.act) ask(button);
    else if (button.dataset.project) askOfProject(button.dataset.project);
    else decide(button.dataset);
  });
  window.addEventListener("resize", () => closeMenu());
  document.addEventListener("scroll", () => closeMenu(), true);

  /* --- Keys --- */
  const isWriting = (target) => target.matches("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]");
  const pair = () => document.querySelector(".review-pair");

  function stepBack(event) {
    const isUndo = event.key.toLowerCase() === "z" && !event.shiftKey;
    const isRedo = (event.key.toLowerCase() === "z" && event.shiftKey) || event.key.toLowerCase() === "y";
    if (!isUndo && !isRedo) return;
    event.preventDefault();
    tell(isUndo ? "undo" : "redo", { n_clicks: Date.now() }); // the buttons may still be on their way to being enabled
  }

  /* What a field tells of itself lags behind quick fingers. */
  function save(field) {
    tell(field.id, { value: field.value });
    document.getElementById(field.id.replace("name", "save")).click();
  }

  document.addEventListener("keydown", (event) => {
    if (menu) { moveInMenu(event); return; }
    if (event.key === "Enter" && ["correct-name", "project-name"].includes(event.target.id)) {
      save(event.target);
    } else if (isWriting(event.target)) {
      return;
    } else if (event.ctrlKey || event.metaKey) {
      stepBack(event);
    } else if (!event.altKey && pair()?.checkVisibility()) {
      const button = pair().querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
      if (!button) return;
      event.preventDefault();
      event.stopImmediatePropagation(); // letters mean other things behind the dialog
      decide(button.dataset);
    }
  }, true);

  /* --- Other windows --- */
  window.addEventListener("focus", () => {
    if (window.dash_clientside?.set_props && document.getElementById("notice")) tell("watch", { n_intervals: Date.now() });
  });

  /* The server has searched for actors already; among other choices the box searches by itself. */
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  function sift(options, wanted) {
    return options.flatMap((option) => {
      if (!option.items) return plain(option.label).includes(wanted) ? [option] : [];
      const kept = sift(option.items, wanted);
      return kept.length ? [{ ...option, items: kept }] : [];
    });
  }
  window.dashMantineFunctions = Object.assign(window.dashMantineFunctions || {}, {
    offered: ({ options, search }) => (act === "merge" ? options : sift(options, plain(search.trim()))),
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    goToProject: (address) => {
      if (address === "./") window.location.reload();
      else if (address) window.location.assign(address);
      return keep();
    },
    focusPair: () => {
      isDeciding = false;
      requestAnimationFrame(() => {
        pair()?.classList.remove("waiting");
        pair()?.focus({ preventScroll: true });
      });
      return keep();
    },
  });
})();
