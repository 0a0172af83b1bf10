/* The canvas: the figure is drawn once. What is hidden, dimmed, lit or picked is told by classes on Plotly's own SVG
   elements, which costs a tenth of a new drawing. Pointers are followed here too, as Plotly hovers by data and would
   find what is hidden. */
(() => {
  "use strict";
  const NOTHING = { what: "", id: "" };
  const REACH = 10; // pixels from the rim of a mark at which the pointer is still on it
  const STILL = 4; // pixels that a pointer may move in a click

  let actors = new Map(); // id -> { what, id, x, y, radius, words, elements, neighbours, relations }
  let relations = new Map(); // id -> { what, id, ends, x, y, radius, words, elements }
  let shown = null; // { actors: Set, relations: Set }, or null for everything
  let picked = NOTHING;
  let lit = NOTHING; // what the pointer is on

  const plot = () => document.querySelector("#network .js-plotly-plot");
  const figure = () => document.querySelector(".figure");
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const find = ({ what, id }) => (what === "actor" ? actors : relations).get(id);
  const isShown = ({ what, id }) => !shown || (what === "actor" ? shown.actors : shown.relations).has(id);

  /* --- From what is drawn to its elements --- */
  function readFigure() {
    [actors, relations] = [new Map(), new Map()];
    const graph = plot();
    const drawn = graph._fullData.map((trace, at) => ({ ...graph.data[at], layer: graph.querySelector(`.trace${trace.uid}`) }));
    for (const trace of drawn) if (trace.meta === "actors") readMarks(trace, actors);
    for (const trace of drawn) if (trace.meta === "handles") readMarks(trace, relations);
    for (const mark of relations.values()) {
      mark.ends.forEach((end, at) => {
        actors.get(end).relations.push(mark.id);
        actors.get(end).neighbours.push(mark.ends[1 - at]);
      });
    }
    for (const trace of drawn) {
      if (trace.meta === "lines") {
        trace.layer?.querySelectorAll(".js-line").forEach((line, at) => own(trace, at, line));
      } else if (trace.meta) {
        trace.layer?.querySelectorAll(".point, .textpoint").forEach((mark) => own(trace, mark.__data__.i, mark));
      }
    }
  }

  function readMarks({ customdata, x, y, marker, hovertext }, marks) {
    customdata.forEach(([what, id, ...ends], at) => {
      const [radius, words] = [marker.size[at] / 2, hovertext[at]];
      marks.set(id, { what, id, ends, radius, words, x: x[at], y: y[at], elements: [], relations: [], neighbours: [] });
    });
  }

  function own({ customdata }, at, element) {
    const [what, id] = customdata[at];
    find({ what, id }).elements.push(element);
  }

  /* --- Showing, dimming, picking --- */
  function standingOut({ what, id }) {
    const mark = find({ what, id });
    if (!mark || !isShown(mark)) return null;
    return what === "actor"
      ? { actors: new Set([id, ...mark.neighbours]), relations: new Set(mark.relations) }
      : { actors: new Set(mark.ends), relations: new Set([id]) };
  }

  function paint() {
    const strong = standingOut(lit) || standingOut(picked);
    figure().classList.toggle("focused", Boolean(strong));
    for (const [marks, kept] of [[actors, strong?.actors], [relations, strong?.relations]]) {
      for (const mark of marks.values()) {
        wear(mark, "gone", !isShown(mark));
        wear(mark, "strong", Boolean(kept?.has(mark.id)));
        wear(mark, "picked", mark.id === picked.id && mark.what === picked.what);
      }
    }
  }

  function wear(mark, name, wanted) {
    if (Boolean(mark[name]) === wanted) return;
    mark[name] = wanted;
    for (const element of mark.elements) element.classList.toggle(name, wanted);
  }

  /* --- The pointer --- */
  function place({ x, y }) {
    const { xaxis, yaxis } = plot()._fullLayout;
    return [xaxis.d2p(x), yaxis.d2p(y)];
  }

  function under({ clientX, clientY }) {
    const box = plot().getBoundingClientRect();
    let [nearest, least] = [null, REACH];
    for (const marks of [actors, relations]) {
      for (const mark of marks.values()) {
        if (!isShown(mark)) continue;
        const [x, y] = place(mark);
        const gap = Math.hypot(clientX - box.left - x, clientY - box.top - y) - mark.radius;
        if (gap < least) [nearest, least] = [mark, gap];
      }
    }
    return nearest;
  }

  function light(mark) {
    const { what, id } = mark || NOTHING;
    if (lit.what === what && lit.id === id) return;
    lit = { what, id };
    paint();
    figure().classList.toggle("over", Boolean(mark));
    hint(mark);
  }

  function hint(mark) {
    const box = document.getElementById("hint");
    box.replaceChildren(...(mark ? mark.words.split("\n") : []).map((words) => {
      const line = document.createElement("span");
      line.textContent = words;
      return line;
    }));
    if (!mark) return;
    const [x, y] = place(mark);
    const [width, height] = [figure().clientWidth, figure().clientHeight];
    box.style.left = `${Math.max(4, Math.min(x + mark.radius + 8, width - box.offsetWidth - 4))}px`;
    box.style.top = `${Math.max(4, Math.min(y + mark.radius + 8, height - box.offsetHeight - 4))}px`;
  }

  function watchPointer() {
    let pressed = null;
    const box = figure();
    box.addEventListener("pointermove", (event) => {
      if (!event.buttons && event.pointerType !== "touch") light(onCanvas(event) && under(event));
    });
    box.addEventListener("pointerleave", () => light(null));
    box.addEventListener("pointerdown", (event) => {
      pressed = event.isPrimary && event.button === 0 && onCanvas(event) ? event : null;
    });
    window.addEventListener("pointerup", (event) => {
      if (!pressed || event.pointerId !== pressed.pointerId) return;
      const moved = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY);
      pressed = null;
      if (moved < STILL) pick(under(event));
    });
  }

  const onCanvas = (event) => Boolean(event.target.closest(".nsewdrag"));

  function pick(mark) {
    if (mark || picked.what) tell("selection", { data: mark ? { what: mark.what, id: mark.id } : NOTHING });
  }

  /* --- What a picture is drawn from: the figure without what is hidden, and with what is dimmed as such --- */
  function seenData() {
    const focused = figure().classList.contains("focused");
    return plot().data.flatMap((trace) => {
      const marks = trace.customdata?.map(([what, id]) => find({ what, id })) || [];
      const dim = part(trace, marks.map((mark) => !mark.gone && focused && !mark.strong));
      const full = part(trace, marks.map((mark) => !mark.gone && (!focused || mark.strong)));
      return [dim && { ...dim, opacity: 0.16 }, full].filter(Boolean);
    });
  }

  /* Returns a trace with those of its marks, or of the stretches of its line, that are kept; null where none is. */
  function part(trace, kept) {
    if (!kept.some(Boolean)) return null;
    if (trace.meta !== "lines") return sifted(trace, kept);
    let stretch = 0;
    const steps = trace.x.map((x) => kept[x === null ? stretch++ : stretch]);
    return { ...trace, x: trace.x.filter((x, at) => steps[at]), y: trace.y.filter((y, at) => steps[at]) };
  }

  function sifted(value, kept) {
    if (Array.isArray(value)) return value.length === kept.length ? value.filter((item, at) => kept[at]) : value;
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sifted(inner, kept)]));
  }

  function start() {
    if (!plot()?.on || !document.getElementById("hint")) {
      requestAnimationFrame(start);
      return;
    }
    const refresh = () => {
      readFigure();
      paint();
    };
    plot().on("plotly_afterplot", refresh);
    refresh();
    watchPointer();
  }
  start();

  window.dramatis = window.dramatis || {};
  window.dramatis.canvas = {
    /* Hides what is not in `ids` ({ actors: Set, relations: Set }); null shows everything that is drawn. */
    show(ids) {
      shown = ids;
      paint();
    },
    /* Rings what is selected; it and its neighbours keep their strength and the rest is dimmed. */
    select(selection) {
      picked = selection?.what ? { what: selection.what, id: selection.id } : NOTHING;
      paint();
    },
    find,
    isShown,
    seenData,
    hasAll: () => Boolean(plot()?.layout.meta?.whole),
  };
})();
