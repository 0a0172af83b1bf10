/* The state in the address: filters, what is selected, the view, the camera and the look, so that a link opens the same
   picture, and back and forward lead through what was looked at. Filters are written as graph/filters.py writes them. */
(() => {
  "use strict";
  const PERIODS = ["published", "happened"];
  const LISTS = ["kinds", "actors", "families", "types", "statuses", "speakers", "articles", "outlets"];
  const USUAL = { view: "network", size: "importance", colour: "kind", others: "hide", order: "strongest" };
  const PANELS = ["timeline", "matrix", "tables", "reader"]; // what has settings of its own
  const PATIENCE = 4000; // milliseconds in which the page takes on what an address says
  const REST = 400; // milliseconds until a moved camera is noted
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keep = () => window.dash_clientside.no_update;

  let present = { filters: {}, selection: {}, view: USUAL.view, look: {}, extent: {}, others: USUAL.others, order: USUAL.order };
  let awaited = null; // the address that the page is on its way to
  let deadline = 0;
  let isReady = false;
  const usual = {}; // the settings of these views as they open
  let resting;

  /* --- Between a state and an address --- */
  const story = () => window.dramatis.story.now().story;
  const keys = () => story().keys;
  const isView = (view) => Boolean(document.getElementById(`view-tabs-tab-${view}`));

  function writeFilters(address, filters) {
    for (const [field, key] of Object.entries(keys())) {
      const value = filters[field];
      if (value === undefined || value === "") continue;
      if (PERIODS.includes(field)) address.append(key, `${value.first || ""}..${value.last || ""}`);
      else for (const one of [value].flat()) address.append(key, one);
    }
  }

  function readFilters(address) {
    const filters = {};
    for (const [field, key] of Object.entries(keys())) {
      const values = address.getAll(key).filter((value) => !LISTS.includes(field) || story().choices[field].includes(value));
      if (!values.length) continue;
      if (LISTS.includes(field)) filters[field] = values;
      else if (PERIODS.includes(field)) {
        const [, first, last] = /^(\d{4}(?:-\d\d){0,2})?\.\.(\d{4}(?:-\d\d){0,2})?$/.exec(values[0]) || [];
        if (first || last) filters[field] = { first: first || "", last: last || "" };
      } else if (field === "text") filters.text = values.join(" ");
      else if (Number(values[0]) > 0) filters[field] = Number(values[0]);
    }
    return filters;
  }

  const states = () => Object.fromEntries(PANELS.map((name) => [name, window.dramatis[name].state()]));

  /* Returns the query of an address for a state; what is as usual is left out. */
  function write({ filters, selection, view, look, extent, others, order, panels = states() }) {
    const address = new URLSearchParams();
    const put = (key, value) => { if (value && value !== USUAL[key]) address.append(key, value); };
    put("view", view);
    put("what", selection.what);
    for (const id of selection.ids || [selection.id].filter(Boolean)) put("id", id);
    writeFilters(address, filters);
    put("others", others);
    put("order", order);
    put("size", look.size);
    put("colour", look.colour);
    put("hulls", look.hulls && "shown");
    put("most", extent.most);
    for (const id of extent.opened || []) put("opened", id);
    for (const id of extent.grouped || []) put("grouped", id);
    for (const name of PANELS) if (JSON.stringify(panels[name]) !== usual[name]) put(name, JSON.stringify(panels[name]));
    put("camera", window.dramatis.camera.place());
    const query = address.toString();
    return query && `?${query}`;
  }

  function read(query) {
    const address = new URLSearchParams(query);
    const [what, ids] = [address.get("what") || "", address.getAll("id")];
    const isMany = ["actors", "path"].includes(what);
    return {
      filters: readFilters(address),
      selection: isMany ? { what, ids } : { what, id: ids[0] || "" },
      view: isView(address.get("view")) ? address.get("view") : USUAL.view,
      others: address.get("others") || USUAL.others,
      order: address.get("order") || USUAL.order,
      look: { size: address.get("size") || USUAL.size, colour: address.get("colour") || USUAL.colour, hulls: address.has("hulls") },
      extent: { most: Number(address.get("most")) || undefined, opened: address.getAll("opened"), grouped: address.getAll("grouped") },
      camera: address.get("camera"),
      panels: Object.fromEntries(PANELS.map((name) => [name, parsed(address.get(name))])),
    };
  }

  function parsed(text) {
    try {
      const value = JSON.parse(text);
      return value && typeof value === "object" ? value : {};
    } catch {
      return {};
    }
  }

  /* --- Keeping the address --- */
  function note(isSmall) {
    if (!isReady) return;
    const query = write(present);
    if (awaited !== null) {
      if (query !== awaited && performance.now() < deadline) return;
      awaited = null;
      if (query === window.location.search) return;
    }
    if (query === window.location.search) return;
    window.history[isSmall ? "replaceState" : "pushState"](null, "", query || window.location.pathname);
  }

  /* --- Taking on what an address says --- */
  function take(query) {
    const state = read(query);
    const { filters, selection, view, look, extent, others, order, camera } = state;
    const panels = Object.fromEntries(PANELS.map((name) => [name, { ...JSON.parse(usual[name]), ...state.panels[name] }]));
    isReady = false; // what changes on the way is no step
    deadline = performance.now() + PATIENCE;
    window.dramatis.story.ask(filters);
    window.dramatis.filtering.unfold();
    tell("view-tabs", { value: view });
    tell("others", { value: others });
    if (order !== present.order) tell("order", { data: order });
    tell("size-by", { value: look.size });
    tell("colour-by", { value: look.colour });
    tell("hulls", { checked: look.hulls });
    if (extent.most || extent.opened.length || extent.grouped.length) window.dramatis.draw(extent);
    window.dramatis.selection.choose(selection);
    for (const [name, wanted] of Object.entries(panels)) window.dramatis[name].restore(wanted);
    window.dramatis.camera.goTo(camera);
    awaited = query && write({ ...state, panels, extent: { ...present.extent, ...extent } });
    isReady = true;
  }

  const picked = ({ shown: _, ...selection } = {}) => selection;

  window.dramatis.selection.watch((selection) => {
    present = { ...present, selection: picked(selection) };
    note();
  });

  window.dramatis.story.watchPauses((filters) => {
    const { filters: former } = present;
    present = { ...present, filters };
    const isTyped = JSON.stringify({ ...former, text: "" }) !== JSON.stringify({ ...filters, text: "" });
    note((former.text && filters.text && !isTyped) || window.dramatis.timeline.isPlayingOn());
  });

  window.addEventListener("popstate", () => {
    if (isReady) take(window.location.search);
  });

  function start() {
    if (!window.dramatis.story.now().story || !window.dramatis.camera.isReady() || !document.getElementById("evidence")) {
      requestAnimationFrame(start);
      return;
    }
    isReady = true;
    for (const [name, state] of Object.entries(states())) usual[name] = JSON.stringify(state);
    if (window.location.search) take(window.location.search);
  }
  start();

  window.dramatis.address = {
    /* Something else is seen that has settings of its own. */
    note: () => note(),
    /* The camera has come to rest somewhere else; such a move is no step on the way back. */
    moved() {
      clearTimeout(resting);
      resting = setTimeout(note, REST, true);
    },
  };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    keepAddress: (view, look, extent, others, order) => {
      present = { ...present, view, look: look || {}, extent: extent || {}, others, order: order || USUAL.order };
      note();
      return keep();
    },
  });
})();
