/* The canvas: the figure is drawn once. What is hidden, dimmed, lit or picked is told by classes on Plotly's own SVG
   elements, which costs a tenth of a new drawing, and is put back after each drawing. */
(() => {
  "use strict";
  const NOTHING = { what: "", id: "" };

  /* A mark is an actor or a relation that is drawn: { what, id, ends, x, y, drawn, radius, text, font, hint, elements, shown },
     with where it is `drawn` as long as it is dragged elsewhere, and for an actor its { neighbours, relations } and how many relations are `undrawn`, for a relation the { points } of its line. */
  let actors = new Map();
  let relations = new Map();
  let layers = []; // of one trace each: { element, elements, marks, gone, isGone }, a mark for each of its elements
  let shown = null; // { actors: Set, relations: Set }, or null for everything
  let picked = NOTHING; // { what, id }, or { what, ids } of several actors, or of all that an answer or a path speaks of
  let lit = NOTHING; // what the pointer is on
  let strong = new Set(); // the marks that stand out
  let ringed = new Set(); // the marks that are picked

  const plot = () => document.querySelector("#network .js-plotly-plot");
  const figure = () => document.querySelector(".figure");
  const labels = () => window.dramatis.labels;
  const find = ({ what, id }) => (what === "actor" ? actors : relations).get(id);
  const isShown = ({ what, id }) => !shown || (what === "actor" ? shown.actors : shown.relations).has(id);
  const pickedIds = () => picked.ids || [picked.id].filter(Boolean);

  /* --- From what is drawn to its elements --- */
  function readFigure() {
    [actors, relations] = [new Map(), new Map()];
    const graph = plot();
    const drawn = graph.data.map((trace, at) => {
      const layer = graph.querySelector(`.trace${graph._fullData[at].uid}`);
      for (const element of [layer, ...layer.querySelectorAll(".gone, .strong, .picked")]) {
        element.classList.remove("gone", "strong", "picked");
      }
      const points = [...layer.querySelectorAll(".point")];
      window.dramatis.settlePoints(points, trace.meta !== "arrows");
      return { ...trace, layer, lines: [...layer.querySelectorAll(".js-line")], points };
    });
    for (const trace of drawn) if (trace.meta === "actors") readMarks(trace, actors);
    for (const trace of drawn) if (trace.meta === "handles") readMarks(trace, relations);
    relations = new Map([...relations].sort(([, one], [, other]) => one.rank - other.rank));
    for (const mark of relations.values()) {
      mark.ends.forEach((end, at) => {
        actors.get(end).relations.push(mark.id);
        actors.get(end).neighbours.push(mark.ends[1 - at]);
      });
    }
    for (const trace of drawn) if (trace.meta === "lines") readLines(trace);
    for (const trace of drawn) if (trace.meta === "arrows") readArrows(trace);
    layers = drawn.map(({ meta, layer, customdata, lines, points }) => {
      const marks = customdata.map(([what, id]) => find({ what, id }));
      return { element: layer, marks, elements: meta === "lines" ? lines : points, gone: new Uint8Array(marks.length), isGone: false };
    });
    [strong, ringed] = [new Set(), new Set()];
  }

  function readMarks({ customdata, x, y, marker, text, textfont, hovertext, points }, marks) {
    customdata.forEach(([what, id, ...rest], at) => {
      const [ends, undrawn, rank] = what === "actor" ? [[], rest[0], 0] : [rest.slice(0, 2), 0, rest[2]];
      marks.set(id, {
        what, id, ends, undrawn, rank, x: x[at], y: y[at], drawn: { x: x[at], y: y[at] }, radius: marker.size[at] / 2, text: text[at], hint: hovertext[at],
        font: { size: textfont.size[at], weight: textfont.weight?.[at] },
        elements: [points[at]], points: [], neighbours: [], relations: [],
      });
    });
  }

  function readLines({ customdata, x, y, lines }) {
    let stretch = 0;
    x.forEach((across, at) => {
      const mark = relations.get(customdata[Math.min(stretch, customdata.length - 1)][1]);
      if (across === null) stretch += 1;
      else mark.points.push({ x: across, y: y[at] });
    });
    customdata.forEach(([, id], at) => {
      relations.get(id).line = lines[at];
      relations.get(id).elements.push(lines[at]);
    });
  }

  function readArrows({ customdata, points }) {
    customdata.forEach(([, id], at) => {
      relations.get(id).arrow = points[at];
      relations.get(id).elements.push(points[at]);
    });
  }

  /* --- Showing, dimming, picking --- */
  /* Returns the marks that keep their strength while something is lit or picked. */
  function standingOut({ what, id, ids }) {
    if (ids) {
      const among = new Set(ids);
      const isBetween = ({ ends }) => what === "actors" && ends.every((end) => among.has(end));
      const named = ids.map((one) => actors.get(one) || relations.get(one));
      return [...named, ...[...relations.values()].filter(isBetween)].filter((mark) => mark?.shown);
    }
    const mark = find({ what, id });
    if (!mark?.shown) return [];
    if (what === "relation") return [mark, ...mark.ends.map((end) => actors.get(end))];
    const ties = mark.relations.map((tie) => relations.get(tie)).filter((tie) => tie.shown);
    return [mark, ...ties, ...ties.flatMap(({ ends }) => ends.map((end) => actors.get(end)))];
  }

  function all() {
    return [...actors.values(), ...relations.values()];
  }

  /* Finds what passes the filters; all else is hidden. */
  function sift() {
    for (const mark of all()) mark.shown = isShown(mark);
    layers.forEach(siftLayer);
    hideHulls();
  }

  /* A layer of which nothing is shown is hidden as a whole: with thousands of elements each one's style costs. */
  function siftLayer(layer) {
    const isGone = !layer.marks.some(({ shown: isSeen }) => isSeen);
    if (layer.isGone !== isGone) layer.element.classList.toggle("gone", isGone);
    layer.isGone = isGone;
    if (isGone) return;
    layer.marks.forEach(({ shown: isSeen }, at) => {
      if (Boolean(layer.gone[at]) === !isSeen) return;
      layer.gone[at] = isSeen ? 0 : 1;
      layer.elements[at].classList.toggle("gone", !isSeen);
    });
  }

  function paint() {
    if (!plot()) return;
    const found = standingOut(lit);
    const wanted = new Set(found.length ? found : standingOut(picked));
    figure().classList.toggle("pointed", found.length > 0);
    for (const mark of strong) mark.strong = wanted.has(mark);
    for (const mark of wanted) mark.strong = true;
    strong = wanted;
    ring();
    window.dramatis.highlight(strong);
    const [some, others] = ["actor", "relation"].map((kind) => [...strong].filter(({ what }) => what === kind));
    labels().focus(some, others);
  }

  /* Rings what is picked. */
  function ring() {
    const marks = new Set(pickedIds().map((id) => actors.get(id) || relations.get(id)).filter(Boolean));
    for (const mark of ringed) if (!marks.has(mark)) pick(mark, false);
    for (const mark of marks) pick(mark, true);
    ringed = marks;
  }

  /* Offers to draw what is tied to the one picked actor, and its group, where not the whole network is drawn. */
  function offer() {
    if (!plot()) return;
    const mark = picked.what === "actor" && actors.get(picked.id);
    const [open, group] = ["expand", "expand-group"].map((id) => document.getElementById(id));
    open.hidden = !(mark?.undrawn > 0);
    group.hidden = !mark || plot()?.layout?.meta?.whole;
    if (mark) [open.dataset.open, group.dataset.group] = [mark.id, mark.id];
    if (!open.hidden) open.textContent = `Draw ${mark.undrawn} more relation${mark.undrawn === 1 ? "" : "s"} of ${mark.text}`;
  }

  /* A hull with hardly anyone left in it says nothing. */
  function hideHulls() {
    (plot()?.layout?.shapes || []).forEach(({ name }, at) => {
      const members = name.split("\n").filter((id) => actors.get(id)?.shown);
      plot().querySelector(`.shapelayer [data-index="${at}"]`)?.classList.toggle("gone", members.length < 2);
    });
  }

  function pick({ elements, arrow }, isPicked) {
    for (const element of elements) if (element !== arrow) element.classList.toggle("picked", isPicked);
  }

  function label() {
    sift();
    labels().place([...actors.values()], [...relations.values()]);
    paint();
  }

  /* Returns the ids of what is seen at full strength, of what is dimmed beside what is picked, and of what does not pass the
     filters but is left there. */
  function told() {
    const focus = new Set(standingOut(picked));
    const ids = { seen: [], dimmed: [], filtered: [], picked: pickedIds() };
    for (const mark of all()) {
      if (!mark.shown) ids.filtered.push(mark.id);
      else ids[focus.size && !focus.has(mark) ? "dimmed" : "seen"].push(mark.id);
    }
    return figure().classList.contains("others-dimmed") ? ids : { ...ids, filtered: [] };
  }

  function start() {
    if (!plot()?.on || !document.getElementById("hint")) {
      requestAnimationFrame(start);
      return;
    }
    const refresh = () => {
      readFigure();
      label();
      offer();
    };
    plot().on("plotly_afterplot", refresh);
    refresh();
  }
  start();

  window.dramatis = window.dramatis || {};
  window.dramatis.canvas = {
    /* Hides what is not in `ids` ({ actors: Set, relations: Set }); null shows everything that is drawn. */
    show(ids) {
      shown = ids;
      label();
    },
    /* Rings what is selected, { what, id } or { what, ids }; its ties, and those among several "actors", keep their strength,
       the rest is dimmed. */
    select(selection) {
      picked = selection?.what ? selection : NOTHING;
      paint();
      offer();
    },
    /* Lights a mark and its ties while the pointer is on it; null ends that. */
    light(mark) {
      const { what, id } = mark || NOTHING;
      if (lit.what === what && lit.id === id) return;
      lit = { what, id };
      paint();
    },
    /* What stands out has moved. */
    relight: () => window.dramatis.highlight(strong),
    all,
    find,
    has: (id) => actors.has(id) || relations.has(id),
    isShown,
    label,
    picked: () => picked,
    told,
    hasAll: () => Boolean(plot()?.layout.meta?.whole),
  };
})();
