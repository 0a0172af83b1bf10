/* The one selection of the page: who shows something of it is told of every change, wherever it was made. */
(() => {
  "use strict";
  const NOTHING = { what: "", id: "" };
  const listeners = [];
  let present = NOTHING;

  window.dramatis = Object.assign(window.dramatis || {}, {
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
