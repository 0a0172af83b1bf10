/* The matrix: the most important actors that pass the filters, each as a row that acts and as a column that is acted on. A
   cell has the sign of the firmest told relation of its pair. It is drawn anew in the browser for each filter. */
(() => {
  "use strict";
  const CELL = { least: 24, most: 38 };
  const NAMES = { wide: 156, narrow: 104 }; // pixels for the names of the rows; --names in 46-matrix.css
  const FEWEST = 8;
  const STEPS = {
    ArrowLeft: (row, column) => [row, column - 1], ArrowRight: (row, column) => [row, column + 1],
    ArrowUp: (row, column) => [row - 1, column], ArrowDown: (row, column) => [row + 1, column],
    Home: (row) => [row, 0], End: (row) => [row, Infinity], PageUp: (row, column) => [0, column], PageDown: (row, column) => [Infinity, column],
  };
  const number = (count) => count.toLocaleString("en");
  const plural = (count, noun) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const pane = () => document.getElementById("matrix");

  let settings = { order: "group", size: "30" };
  let groups = null; // actor -> the number of its group
  let drawn = null; // { found, settings, width, groups } of what is drawn
  let cells = []; // the cells by row and column, headings at 0
  let ties = new Map(); // "source>target", rows of actors -> { relations, sentences }
  let actors = []; // rows of the actors drawn, in their order
  const marked = []; // the cells that are picked, or in the row or column of who is
  let at = [1, 0]; // the cell that the keys are on

  /* --- Who and what --- */
  function chooseActors({ story, found }, most) {
    const { importance, name, id } = story.actors;
    const { compare } = new Intl.Collator("en");
    const byImportance = (one, other) => importance[other] - importance[one] || compare(name[one], name[other]);
    const groupOf = (row) => groups?.[id[row]] ?? Infinity;
    const orders = {
      importance: byImportance,
      name: (one, other) => compare(name[one], name[other]),
      group: (one, other) => (groupOf(one) === groupOf(other) ? byImportance(one, other) : groupOf(one) - groupOf(other)),
    };
    const chosen = window.dramatis.rows.shownRows(found.actors).sort(byImportance).slice(0, most);
    return { chosen: chosen.sort(orders[settings.order]), isSeam: (row, next) => settings.order === "group" && groupOf(row) !== groupOf(next) };
  }

  /* Return the relations between the chosen actors by pair, the most told of a pair first; what holds both ways stands twice. */
  function findTies({ story, found }, chosen) {
    const { relations, types } = story;
    const among = new Set(chosen);
    const pairs = new Map();
    const add = (source, target, row) => {
      const key = `${source}>${target}`;
      if (pairs.has(key)) pairs.get(key).relations.push(row);
      else pairs.set(key, { relations: [row] });
    };
    let count = 0;
    for (const row of window.dramatis.rows.shownRows(found.relations)) {
      const [source, target] = [relations.source[row], relations.target[row]];
      if (!among.has(source) || !among.has(target)) continue;
      count += 1;
      add(source, target, row);
      if (types.symmetric[relations.type[row]] && source !== target) add(target, source, row);
    }
    for (const tie of pairs.values()) {
      tie.sentences = countSentences(story, found, tie.relations);
      tie.relations.sort((one, other) => found.weights[other] - found.weights[one] || statusOf(one) - statusOf(other));
    }
    return { pairs, count };

    function statusOf(row) {
      return window.dramatis.rows.readClaims(story, found, row).status;
    }
  }

  function countSentences({ claims, relations }, found, rows) {
    const sentences = new Set();
    for (const row of rows) {
      for (let claim = relations.starts[row]; claim < relations.starts[row + 1]; claim += 1) {
        if (found.claims[claim]) sentences.add(claims.sentence[claim]);
      }
    }
    return sentences.size;
  }

  /* --- Drawing --- */
  function draw() {
    const state = window.dramatis.story.now();
    if (!window.dramatis.isOpen("matrix") || !state.found) return;
    const width = pane().clientWidth;
    const wanted = { found: state.found, settings, width, groups };
    if (drawn && Object.keys(wanted).every((name) => drawn[name] === wanted[name])) return;
    if (settings.order === "group" && !groups) return say("Finding the groups …");
    drawn = wanted;
    const room = width - (width < 520 ? NAMES.narrow : NAMES.wide) - 16;
    const most = settings.size === "60" ? 60 : Math.max(FEWEST, Math.min(30, Math.floor(room / CELL.least)));
    const { chosen, isSeam } = chooseActors(state, most);
    const { pairs, count } = findTies(state, chosen);
    [actors, ties] = [chosen, pairs];
    const { actorCount, relationCount } = state.found;
    say(actors.length < actorCount
      ? `The ${number(actors.length)} most important of ${plural(actorCount, "actor")}, ${number(count)} of ${plural(relationCount, "relation")}`
      : `${plural(actorCount, "actor")}, ${plural(relationCount, "relation")}`);
    put(state, Math.max(CELL.least, Math.min(CELL.most, Math.floor(room / (actors.length || 1)))), isSeam);
    mark(window.dramatis.selection.now());
  }

  function say(words) {
    document.getElementById("matrix-count").textContent = words;
  }

  function put(state, side, isSeam) {
    const hadFocus = pane().querySelector(".matrix-scroll").contains(document.activeElement);
    const table = element("table", "matrix-table", { role: "grid", "aria-label": "Who acts on whom: rows act, columns are acted on" });
    table.style.setProperty("--side", `${side}px`);
    const seams = actors.map((row, place) => place > 0 && isSeam(actors[place - 1], row));
    const { story } = state;
    const most = Math.max(1, ...[...ties.values()].map(({ sentences }) => sentences));
    const head = element("tr", "", { role: "row" });
    const corner = element("td", "corner", { role: "gridcell" });
    corner.append(words("span", "acts on →"));
    cells = [[corner, ...actors.map((row, place) => heading(story, row, "column", seams[place]))]];
    head.append(...cells[0]);
    const body = element("tbody", "", { role: "rowgroup" });
    actors.forEach((row, place) => {
      const line = element("tr", seams[place] ? "seam" : "", { role: "row" });
      cells.push([heading(story, row, "row"), ...actors.map((other, across) => cell(state, row, other, seams[across], most))]);
      line.append(...cells[place + 1]);
      body.append(line);
    });
    const top = element("thead", "", { role: "rowgroup" });
    top.append(head);
    table.append(top, body);
    pane().querySelector(".matrix-scroll").replaceChildren(actors.length ? table : words("p", "No actor passes the filters.", "empty"));
    go(at, hadFocus);
  }

  function element(name, className, attributes = {}) {
    const made = document.createElement(name);
    if (className) made.className = className;
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    return made;
  }

  function words(name, text, className) {
    const made = element(name, className);
    made.textContent = text;
    return made;
  }

  function heading({ actors: { name, kind }, choices }, row, side, isSeam) {
    const made = element("th", `${side}-head${isSeam ? " seam" : ""}`, { role: `${side}header`, scope: side === "row" ? "row" : "col", tabindex: "-1" });
    const holder = element("span", "matrix-name");
    holder.append(element("span", `sign kind-${choices.kinds[kind[row]]}`, { "aria-hidden": "true" }), words("span", name[row]));
    made.append(holder);
    return made;
  }

  function cell({ story, found }, source, target, isSeam, most) {
    const tie = ties.get(`${source}>${target}`);
    const className = `${isSeam ? "seam" : ""}${source === target ? " self" : ""}`;
    const made = element("td", className, { role: "gridcell", tabindex: "-1" });
    if (!tie) return made;
    const { relations, choices } = story;
    const [first] = tie.relations;
    const status = choices.statuses[window.dramatis.rows.readClaims(story, found, first).status];
    const several = tie.relations.length > 1 ? " several" : "";
    const sign = element("span", `tie family-${choices.families[relations.family[first]]} status-${status}${several}`);
    sign.style.setProperty("--tone", `${Math.round(12 + 48 * (most > 1 ? Math.log(tie.sentences) / Math.log(most) : 0))}%`);
    sign.append(element("span", "glyph"));
    made.append(sign);
    made.setAttribute("aria-label", tellTie({ story, found }, source, target).join("; "));
    return made;
  }

  /* Return in words what is told of a pair, the names first. */
  function tellTie({ story, found }, source, target) {
    const { actors: { name }, relations, types, choices, words: { statuses } } = story;
    const tie = ties.get(`${source}>${target}`);
    const lines = (tie?.relations || []).map((row) => {
      const { status } = window.dramatis.rows.readClaims(story, found, row);
      const asserted = choices.statuses[status] === "asserted";
      return `${types.label[relations.type[row]]}: ${plural(found.weights[row], "sentence")}${asserted ? "" : `, ${statuses[status]}`}`;
    });
    return [`${name[source]} → ${name[target]}`, ...(lines.length ? lines : ["nothing told"])];
  }

  /* --- What is selected --- */
  function mark({ what, id, ids }) {
    const { story } = window.dramatis.story.now();
    if (!cells.length) return;
    const picked = new Set((what === "actor" ? [id] : ids || []).map((one) => story.actors.rows.get(one)));
    const relation = what === "relation" ? story.relations.rows.get(id) : -1;
    for (const one of marked.splice(0)) wear(one, false, false);
    cells.forEach((line, row) => line.forEach((one, column) => {
      const [source, target] = [actors[row - 1], actors[column - 1]];
      const isPicked = Boolean(ties.get(`${source}>${target}`)?.relations.includes(relation));
      if (isPicked || picked.has(source) || picked.has(target)) wear(one, !isPicked, isPicked);
    }));
    const first = marked.find((one) => one.matches(".picked, .row-head"));
    if (first && !pane().contains(document.activeElement)) first.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function wear(one, isCrossed, isPicked) {
    one.classList.toggle("crossed", isCrossed);
    one.classList.toggle("picked", isPicked);
    one.toggleAttribute("aria-selected", false);
    if (isPicked) one.setAttribute("aria-selected", "true");
    if (isCrossed || isPicked) marked.push(one);
  }

  function pick([row, column]) {
    const { story } = window.dramatis.story.now();
    if (row && column) {
      const tie = ties.get(`${actors[row - 1]}>${actors[column - 1]}`);
      if (tie) window.dramatis.selection.choose({ what: "relation", id: story.relations.ids[tie.relations[0]] });
    } else if (row || column) {
      window.dramatis.selection.choose({ what: "actor", id: story.actors.id[actors[(row || column) - 1]] });
    }
  }

  /* --- Under the hand and by the keys --- */
  function placeOf(target) {
    const found = target.closest?.(".matrix-table :is(td, th)");
    return found ? [found.parentElement.rowIndex, found.cellIndex] : null;
  }

  function go([row, column], isFocused) {
    if (!actors.length) return;
    const last = actors.length;
    cells[at[0]]?.[at[1]]?.setAttribute("tabindex", "-1");
    at = [Math.max(0, Math.min(row, last)), Math.max(0, Math.min(column, last))];
    if (!at[0] && !at[1]) at = row < 0 ? [0, 1] : [1, 0]; // the corner says nothing
    const cellAt = cells[at[0]][at[1]];
    cellAt.setAttribute("tabindex", "0");
    if (isFocused) cellAt.focus();
  }

  function hint(place) {
    const box = pane().querySelector(".hint");
    const [row, column] = place || [0, 0];
    pane().querySelectorAll(".aim").forEach((one) => one.classList.remove("aim"));
    const isEmpty = !ties.has(`${actors[row - 1]}>${actors[column - 1]}`);
    for (const one of row && column ? [cells[row][0], cells[0][column]] : []) one.classList.add("aim");
    if (!row || !column || (isEmpty && row === column)) return box.replaceChildren();
    const lines = tellTie(window.dramatis.story.now(), actors[row - 1], actors[column - 1]);
    box.replaceChildren(...lines.map((line) => words("span", line)));
    const [around, spot] = [pane(), cells[row][column]].map((one) => one.getBoundingClientRect());
    const left = Math.min(spot.right - around.left + 6, around.width - box.offsetWidth - 6);
    const below = spot.bottom - around.top + 6;
    const top = below + box.offsetHeight < around.height ? below : spot.top - around.top - box.offsetHeight - 6;
    [box.style.left, box.style.top] = [`${Math.max(6, left)}px`, `${Math.max(6, top)}px`];
    return undefined;
  }

  function watchGestures(scroll) {
    scroll.addEventListener("click", ({ target }) => {
      const place = placeOf(target);
      if (!place) return;
      go(place, true);
      pick(place);
    });
    scroll.addEventListener("keydown", (event) => {
      const place = placeOf(event.target);
      const step = STEPS[event.key];
      if (!place || event.altKey || event.metaKey || !(step || event.key === "Enter" || event.key === " ")) return;
      event.preventDefault();
      if (step) go(step(...place), true);
      else pick(place);
    });
    scroll.addEventListener("focusin", ({ target }) => hint(placeOf(target)));
    scroll.addEventListener("focusout", () => hint(null));
    scroll.addEventListener("pointerover", ({ target }) => hint(placeOf(target)));
    scroll.addEventListener("pointerleave", () => hint(null));
    scroll.addEventListener("scroll", () => hint(null));
  }

  function start() {
    if (!pane()) {
      requestAnimationFrame(start);
      return;
    }
    watchGestures(pane().querySelector(".matrix-scroll"));
    new ResizeObserver(draw).observe(pane()); // tells too that its tab is opened
  }
  start();

  window.dramatis.story.watch(draw);
  window.dramatis.selection.watch(mark);
  window.dramatis.matrix = {
    state: () => settings,
    restore: ({ order, size }) => {
      tell("matrix-order", { value: ["importance", "name"].includes(order) ? order : "group" });
      tell("matrix-size", { value: size === "60" ? size : "30" });
    },
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    setMatrix: (order, size, found) => {
      settings = { order, size };
      groups = found || null;
      draw();
      window.dramatis.address.moved();
      return window.dash_clientside.no_update;
    },
  });
})();
