/* The one selection of the page: who shows something of it is told of every change at once, wherever it was made; the page's
   store, and with it Dash, when that is on the screen. */
(() => {
  "use strict";
  const NOTHING = { what: "", id: "" };
  const listeners = [];
  let present = NOTHING;
  let turn = 0;

  function take(selection, isChosen = false) {
    present = selection?.what ? selection : NOTHING;
    for (const listen of listeners) listen(present, isChosen);
  }

  /* Select { what, id } or { what, ids }, `shown` of its sentences; null selects nothing. */
  function choose(selection) {
    take(selection, true);
    turn += 1;
    window.dramatis.story.afterPaint(() => window.dash_clientside.set_props("selection", { data: { ...present, turn } }));
  }

  function chooseActors(ids) {
    if (ids.length > 1) choose({ what: "actors", ids });
    else choose(ids.length ? { what: "actor", id: ids[0] } : null);
  }

  window.dramatis = Object.assign(window.dramatis || {}, {
    /* Whether a view is open, from its tab: to ask whether it can be seen would lay out what a filter has just changed. */
    isOpen: (view) => document.getElementById(`view-tabs-tab-${view}`)?.getAttribute("aria-selected") === "true",
    selection: {
      now: () => present,
      /* Be told of each selection, and whether somebody on the page has chosen it. */
      watch: (listen) => listeners.push(listen),
      choose,
      chooseActors,
      /* Take on what the page's store holds already; 43-selected.js does. */
      take,
    },
  });
})();
