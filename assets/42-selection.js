/* The one selection of the page: who shows something of it is told of every change, wherever it was made. */
(() => {
  "use strict";
  const NOTHING = { what: "", id: "" };
  const listeners = [];
  let present = NOTHING;

  window.dramatis = Object.assign(window.dramatis || {}, {
    /* Whether a view is open, from its tab: to ask whether it can be seen would lay out what a filter has just changed. */
    isOpen: (view) => document.getElementById(`view-tabs-tab-${view}`)?.getAttribute("aria-selected") === "true",
    selection: {
      now: () => present,
      watch: (listen) => listeners.push(listen),
      pick: (what, id) => window.dash_clientside.set_props("selection", { data: what ? { what, id } : NOTHING }),
      pickAll: (ids) => window.dash_clientside.set_props("selection", { data: { what: "actors", ids } }),
      /* Tell of what the page's store has come to hold; 50-page.js does. */
      tell: (selection) => {
        present = selection?.what ? selection : NOTHING;
        for (const listen of listeners) listen(present);
      },
    },
  });
})();
