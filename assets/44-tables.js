/* The tables of actors and of relations. The script of the grid is asked for when a table is first opened; rows, marks and
   copying are done here, from the story and the selection that the browser has. */
(() => {
  "use strict";
  const SCRIPTS = "_dash-component-suites/dash_ag_grid/";
  const BY_HAND = ["rowClicked", "spaceKey"];
  const FORMULA_SIGNS = /^[=+\-@＝＋－＠]/;
  const TABLES = {
    actors: { id: "actor-table", noun: "actor", rows: window.dramatis.rows.actors, picked: pickedActors, tied: tiedActors, pick: (ids) => selection().chooseActors(ids) },
    relations: {
      id: "relation-table", noun: "relation", most: "sentences", rows: window.dramatis.rows.relations, picked: pickedRelations, tied: tiedRelations,
      pick: (ids) => ids.length < 2 && selection().choose(ids.length ? { what: "relation", id: ids[0] } : null), // several are there to be copied
    },
  };
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const story = () => window.dramatis.story.now();
  const selection = () => window.dramatis.selection;
  let open = ""; // the name of the table that is seen
  let loading = null;

  /* --- What is marked --- */
  const idsOf = ({ what, id, ids }) => (what === "actor" ? [id] : ids || []);

  function pickedActors(picked) {
    return idsOf(picked);
  }

  function pickedRelations({ what, id }) {
    return what === "relation" ? [id] : [];
  }

  /* The two ends of a relation that is selected. */
  function tiedActors({ what, id }) {
    const { actors, relations } = story().story;
    const row = what === "relation" ? relations.rows.get(id) : undefined;
    return row === undefined ? [] : [relations.source[row], relations.target[row]].map((end) => actors.id[end]);
  }

  /* The relations of the actors that are selected. */
  function tiedRelations(picked) {
    const { actors, relations } = story().story;
    const ends = new Set(idsOf(picked).map((id) => actors.rows.get(id)));
    return ends.size ? relations.ids.filter((_, row) => ends.has(relations.source[row]) || ends.has(relations.target[row])) : [];
  }

  const isSeen = (node) => Boolean(node?.data.shown);

  /* Mark what is selected, and bring the first of it into sight. */
  function mark(table) {
    const { api } = table;
    const nodes = table.picked(selection().now()).map((id) => api.getRowNode(id)).filter(isSeen);
    table.ties = new Set(table.tied(selection().now()));
    api.deselectAll("all", "api");
    api.setNodesSelected({ nodes, newValue: true, source: "api" });
    api.redrawRows();
    const marked = nodes.length ? nodes : [...table.ties].map((id) => api.getRowNode(id)).filter(isSeen);
    const first = Math.min(...marked.map(({ rowIndex }) => rowIndex ?? Infinity));
    if (first < Infinity) api.ensureIndexVisible(first);
  }

  /* --- Rows --- */
  /* The grid is given all rows of a story once, and asked for each filter which of them pass; what is counted in them changes. */
  function fill(table) {
    if (!table?.api || !story().found || table.filled === story().found) return;
    const isNew = table.story !== story().story;
    if (isNew) [table.story, table.data] = [story().story, table.rows.make(story().story)];
    table.filled = story().found;
    table.rows.count(table.data, story());
    if (isNew) table.api.setGridOption("rowData", table.data);
    else table.api.onFilterChanged();
    mark(table);
    count(table);
  }

  /* Unless the reader has sorted them, the rows of which most is told come first. */
  function order({ api, most }, nodes) {
    if (most && !api.getColumnState().some(({ sort }) => sort)) nodes.sort((one, other) => other.data[most] - one.data[most]);
  }

  function show(table) {
    if (!table?.api) return;
    if (table.filled === story().found) mark(table);
    else fill(table);
  }

  /* Thousands of rows may take longer than a frame: the counts and the heading come first. */
  function follow() {
    window.dramatis.story.afterPaint(() => fill(TABLES[open]));
  }

  const plural = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  function count({ api, id, noun }) {
    const total = story().found[`${noun}Count`];
    const shown = api.getDisplayedRowCount();
    const words = shown === total ? plural(total, noun) : `${shown.toLocaleString("en")} of these ${plural(total, noun)}`;
    const line = document.getElementById(`${id}-count`);
    line.textContent = words;
    line.classList.toggle("sifted", shown !== total);
  }

  /* --- How a table is sorted and sifted --- */
  const isNumber = (api, column) => api.getColumnDef(column).filter === "agNumberColumnFilter";

  function lookOf({ api, look = {} }) {
    if (!api) return look;
    const sort = api.getColumnState().filter((column) => column.sort).sort((one, other) => one.sortIndex - other.sortIndex);
    const sift = Object.entries(api.getFilterModel()).map(([column, { filter }]) => [column, filter]);
    return {
      ...(sort.length ? { sort: sort.map((column) => [column.colId, column.sort]) } : {}),
      ...(sift.length ? { sift: Object.fromEntries(sift) } : {}),
    };
  }

  /* Sort and sift a table as an address asks, by columns that it has. */
  function dress(table, look) {
    const { api } = table;
    table.look = look;
    if (!api) return;
    const isKnown = ([column]) => Boolean(api.getColumn(column));
    const sorted = Object.entries(Object.fromEntries(look.sort || [])).filter(isKnown);
    const sifted = Object.entries(look.sift || {}).filter(isKnown);
    api.applyColumnState({
      state: sorted.map(([colId, way], sortIndex) => ({ colId, sort: way === "desc" ? "desc" : "asc", sortIndex })),
      defaultState: { sort: null },
    });
    api.setFilterModel(Object.fromEntries(sifted.map(([column, wanted]) => [column, isNumber(api, column)
      ? { filterType: "number", type: "greaterThanOrEqual", filter: Number(wanted) || 0 }
      : { filterType: "text", type: "contains", filter: String(wanted) }])));
  }

  /* --- Copying --- */
  /* No cell of what is pasted into a spreadsheet can start a formula, nor break its row. */
  function safe(value) {
    const text = String(value ?? "").replace(/\s+/g, " ");
    return typeof value !== "number" && FORMULA_SIGNS.test(text) ? `'${text}` : text;
  }

  function linesOf({ api }, nodes) {
    const columns = api.getAllDisplayedColumns();
    return nodes.map((rowNode) => columns.map((colKey) => safe(api.getCellValue({ rowNode, colKey }))).join("\t"));
  }

  function copyAll(table) {
    const nodes = [];
    table.api.forEachNodeAfterFilterAndSort((node) => nodes.push(node));
    const heads = table.api.getAllDisplayedColumns().map((column) => column.getColDef().headerName).join("\t");
    window.dramatis.copy([heads, ...linesOf(table, nodes)].join("\n"), `${plural(nodes.length, table.noun)} copied, with headings.`);
  }

  /* Copy the rows that are selected where the focused one is among them, else the focused cell. */
  function copyHere(table, { node, column }) {
    const nodes = table.api.getSelectedNodes().sort((one, other) => one.rowIndex - other.rowIndex);
    if (node.isSelected()) window.dramatis.copy(linesOf(table, nodes).join("\n"), `${plural(nodes.length, "row")} copied.`);
    else window.dramatis.copy(safe(table.api.getCellValue({ rowNode: node, colKey: column })), "Cell copied.");
  }

  /* --- Keys and clicks --- */
  function press(table, pressed) {
    const { event, node } = pressed;
    if (event.key === "Enter") table.pick([node.id]);
    if (event.key.toLowerCase() === "c" && (event.ctrlKey || event.metaKey) && !String(window.getSelection())) copyHere(table, pressed);
  }

  function attach(table, api) {
    table.api = api;
    api.setGridOption("isExternalFilterPresent", () => true);
    api.setGridOption("doesExternalFilterPass", isSeen);
    api.setGridOption("postSortRows", ({ nodes }) => order(table, nodes));
    api.setGridOption("getRowClass", ({ node }) => (table.ties?.has(node.id) ? "tied" : ""));
    api.addEventListener("cellKeyDown", (pressed) => press(table, pressed));
    api.addEventListener("filterChanged", () => {
      count(table);
      window.dramatis.address.moved();
    });
    api.addEventListener("sortChanged", () => window.dramatis.address.moved());
    api.addEventListener("selectionChanged", ({ source }) => {
      if (BY_HAND.includes(source)) table.pick(api.getSelectedNodes().map(({ id }) => id));
    });
    fill(table);
    if (table.look) dress(table, table.look);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy-table]");
    if (button) copyAll(TABLES[button.dataset.copyTable]);
  });

  window.dramatis.story.watch(follow);
  window.dramatis.selection.watch(() => show(TABLES[open]));

  window.dramatis.tables = {
    state: () => Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, lookOf(table)]).filter(([, look]) => Object.keys(look).length)),
    restore: (looks) => { for (const [name, table] of Object.entries(TABLES)) dress(table, looks[name] || {}); },
  };

  /* --- The grid's script --- */
  function load() {
    loading ??= new Promise((done, fail) => {
      const [second, first] = [document.createElement("link"), document.createElement("script")];
      Object.assign(second, { rel: "preload", as: "script", href: `${SCRIPTS}async-community.js` }); // the first asks for it later
      Object.assign(first, { src: `${SCRIPTS}dash_ag_grid.min.js`, onload: done, onerror: fail });
      document.head.append(second, first);
    });
    return loading;
  }

  /* --- What the grid asks for by name --- */
  const make = (...parts) => window.React.createElement(...parts);
  const signed = (sign, words) => make("span", { className: "table-cell" }, sign, make("span", null, words));
  const sign = (className, child = null) => make("span", { className, "aria-hidden": "true" }, child);

  window.dashAgGridComponentFunctions = Object.assign(window.dashAgGridComponentFunctions || {}, {
    kindCell: ({ value }) => signed(sign(`sign kind-${value}`), value),
    familyCell: ({ value, data }) => signed(sign(`line family-${data.family}`, make("span", { className: "glyph" })), value),
    statusCell: ({ value, data }) => signed(sign(`dash status-${data.status}`), value),
  });
  window.dashAgGridFunctions = Object.assign(window.dashAgGridFunctions || {}, {
    leaveTable: () => false, // Tab leads out of the table, as in any other grid; the arrow keys lead through it
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    openTable: async (tab, opened) => {
      open = tab in TABLES ? tab : "";
      if (!open) return window.dash_clientside.no_update;
      if (opened) {
        setTimeout(show, 0, TABLES[open]);
        return window.dash_clientside.no_update;
      }
      try {
        await load();
      } catch {
        loading = null;
        tell("notice", { children: "The table could not be loaded; look again, or reload the page." });
        return window.dash_clientside.no_update;
      }
      for (const table of Object.values(TABLES)) {
        window.dash_ag_grid.getApiAsync(table.id).then((api) => attach(table, api));
      }
      return true;
    },
  });
})();
