/* The pointer on the canvas: hovering, clicks, panning and zooming, dragging an actor, and selecting several by a box or a
   lasso. Plotly would hover and click what is hidden, and draws all anew while it zooms, so that all is done here. */
(() => {
  "use strict";
  const REACH = 10; // pixels from the rim of a mark at which the pointer is still on it
  const STILL = 4; // pixels that a pointer may move in a click
  const TWICE = 400; // milliseconds between the clicks of a double one
  const WHEEL = 0.0016; // how much farther for each pixel of a wheel
  const LINE = 18; // pixels of a wheel that counts in lines
  const NUDGE = 12; // pixels that a key moves an actor
  const SVG = "http://www.w3.org/2000/svg";

  let mode = "pan"; // or "box", "lasso": what a drag on the canvas does
  let held = null; // the press under way: { point, mark, part, moved, path, dragging }
  let pinched = null; // two fingers: { part, middle, width }
  const fingers = new Map(); // pointer -> place
  let last = { mark: undefined, at: 0 };

  const canvas = () => window.dramatis.canvas;
  const camera = () => window.dramatis.camera;
  const figure = () => document.querySelector(".figure");
  const onCanvas = (event) => figure().contains(event.target);

  function pointOf(event) {
    const box = figure().getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  function under([x, y]) {
    if (!camera().isReady()) return null;
    const toScreen = camera().screen();
    let [nearest, least] = [null, REACH];
    for (const mark of canvas().all()) {
      if (!mark.shown) continue;
      const [across, down] = toScreen(mark);
      const gap = Math.hypot(x - across, y - down) - mark.radius;
      if (gap < least) [nearest, least] = [mark, gap];
    }
    return nearest;
  }

  /* --- Hovering --- */
  function hover(mark) {
    canvas().light(mark);
    figure().classList.toggle("over", Boolean(mark));
    const box = document.getElementById("hint");
    box.replaceChildren(...(mark ? mark.hint.split("\n") : []).map((words) => {
      const line = document.createElement("span");
      line.textContent = words;
      return line;
    }));
    if (!mark) return;
    const [x, y] = camera().toScreen(mark);
    const { width, height } = camera().size();
    box.style.left = `${Math.max(4, Math.min(x + mark.radius + 8, width - box.offsetWidth - 4))}px`;
    box.style.top = `${Math.max(4, Math.min(y + mark.radius + 8, height - box.offsetHeight - 4))}px`;
  }

  /* --- Clicks --- */
  function click(mark, event) {
    const adds = mark?.what === "actor" && isAdding(event);
    const twice = !adds && last.mark === mark?.id && event.timeStamp - last.at < TWICE;
    last = { mark: mark?.id, at: twice || adds ? 0 : event.timeStamp };
    if (adds) addToPicked(mark);
    else if (twice) focus(mark);
    else if (mark || canvas().picked().what) window.dramatis.selection.choose(mark ? { what: mark.what, id: mark.id } : null);
  }

  function focus(mark) {
    if (!mark) camera().fit();
    else camera().focus([mark, ...[...mark.neighbours, ...mark.ends].map((id) => canvas().find({ what: "actor", id }))]);
  }

  const isAdding = ({ shiftKey, ctrlKey, metaKey }) => shiftKey || ctrlKey || metaKey;

  /* Returns the actors that are selected. */
  function pickedActors() {
    const { what, id, ids } = canvas().picked();
    return { actor: [id], actors: ids }[what] || [];
  }

  function addToPicked({ id }) {
    const before = pickedActors();
    window.dramatis.selection.chooseActors(before.includes(id) ? before.filter((other) => other !== id) : [...before, id]);
  }

  /* Selects with the actors that are selected all that are tied to them by what passes the filters, drawn or not. */
  function widen() {
    const { story, found } = window.dramatis.story.now();
    const before = new Set(pickedActors());
    if (!found || !before.size) return;
    const { actors, relations } = story;
    const wide = new Set(before);
    found.relations.forEach((isFound, row) => {
      const ends = [relations.source[row], relations.target[row]].map((end) => actors.id[end]);
      if (isFound && ends.some((end) => before.has(end))) for (const end of ends) wide.add(end);
    });
    window.dramatis.tools.select([...wide]);
  }

  /* --- Dragging an actor: its lines are turned and stretched as they are, until the server has bent them anew --- */
  function startDragging(mark) {
    camera().land();
    return { mark, ties: mark.relations.map((id) => canvas().find({ what: "relation", id })) };
  }

  function drag({ mark, ties }, point) {
    const { toScreen, toFigure } = camera();
    Object.assign(mark, toFigure(point));
    shift(mark.elements[0], toScreen(mark.drawn), point);
    for (const tie of ties) {
      const ends = tie.ends.map((id) => canvas().find({ what: "actor", id }));
      const [from, to] = [ends.map(({ drawn }) => toScreen(drawn)), ends.map(toScreen)];
      const turned = turn(from, to);
      const middle = turned.map(toScreen(tie.drawn));
      Object.assign(tie, toFigure(middle));
      shift(tie.elements[0], toScreen(tie.drawn), middle);
      move(tie.line, turned.matrix);
      if (tie.arrow) shift(tie.arrow, from[1], to[1], `rotate(${turned.angle})`);
    }
    canvas().relight();
    window.dramatis.labels.follow();
  }

  /* Moves the selected actor by a key, and pins it. */
  function nudge([across, down]) {
    const mark = canvas().find(canvas().picked());
    if (mark?.what !== "actor") return;
    const [x, y] = camera().toScreen(mark);
    drag(startDragging(mark), [x + across * NUDGE, y + down * NUDGE]);
    camera().pin(mark.id, mark);
  }

  /* Lets go those of the selected actors that are pinned; all, where none of them is. */
  function unpin() {
    const [picked, pinned] = [pickedActors(), Object.keys(camera().pins())];
    const chosen = pinned.filter((id) => picked.includes(id));
    if (pinned.length) camera().unpin(chosen.length ? chosen : pinned);
  }

  function shift(element, [x, y], to, turned = "") {
    move(element, `translate(${to}) ${turned} translate(${-x},${-y})`);
  }

  function move(element, transform) {
    element.setAttribute("transform", transform);
  }

  /* Returns the turn, with its stretching, that brings one pair of ends to another. */
  function turn([[x0, y0], [x1, y1]], [[u0, v0], [u1, v1]]) {
    const [dx, dy, du, dv] = [x1 - x0, y1 - y0, u1 - u0, v1 - v0];
    const length = dx * dx + dy * dy || 1;
    const [a, b] = [(du * dx + dv * dy) / length, (dv * dx - du * dy) / length];
    const [e, f] = [u0 - a * x0 + b * y0, v0 - b * x0 - a * y0];
    return {
      matrix: `matrix(${a},${b},${-b},${a},${e},${f})`,
      angle: (Math.atan2(b, a) * 180) / Math.PI,
      map: ([x, y]) => [a * x - b * y + e, b * x + a * y + f],
    };
  }

  /* --- A box or a lasso --- */
  function outline(path) {
    let shape = figure().querySelector(".outline polygon");
    if (!shape) {
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("class", "outline");
      shape = svg.appendChild(document.createElementNS(SVG, "polygon"));
      figure().append(svg);
    }
    shape.setAttribute("points", path.map((point) => point.join()).join(" "));
  }

  const boxed = ([x0, y0], [x1, y1]) => [[x0, y0], [x1, y0], [x1, y1], [x0, y1]];

  function isInside([x, y], path) {
    let inside = false;
    path.forEach(([x0, y0], at) => {
      const [x1, y1] = path[(at + 1) % path.length];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    });
    return inside;
  }

  /* Returns the actors whose middles a path goes around. */
  function inside(path) {
    const toScreen = camera().screen();
    return canvas().all().filter((mark) => mark.what === "actor" && mark.shown && isInside(toScreen(mark), path));
  }

  function pickInside(path, before) {
    window.dramatis.selection.chooseActors([...new Set([...before, ...inside(path).map(({ id }) => id)])]);
  }

  function choose(wanted) {
    mode = mode === wanted ? "pan" : wanted;
    figure().dataset.mode = mode;
    for (const name of ["box", "lasso"]) {
      document.getElementById(`select-${name}`)?.setAttribute("aria-pressed", String(mode === name));
    }
    if (mode !== "pan") figure().focus({ preventScroll: true }); // where the keys of the tools count
    window.dramatis.tools.follow(mode);
  }

  /* --- Two fingers --- */
  function spread() {
    const [[x0, y0], [x1, y1]] = [...fingers.values()];
    return { middle: [(x0 + x1) / 2, (y0 + y1) / 2], width: Math.max(1, Math.hypot(x1 - x0, y1 - y0)) };
  }

  function pinch() {
    const { middle, width } = spread();
    camera().bring(pinched.part, pinched.middle, middle, pinched.width / width);
  }

  /* --- From press to release --- */
  function press(event) {
    if (event.button !== 0 || !onCanvas(event) || !camera().isReady()) return;
    const point = pointOf(event);
    window.dramatis.tools.hide();
    fingers.set(event.pointerId, point);
    if (fingers.size === 2 && !held?.dragging) {
      held = null;
      pinched = { part: camera().seen(), ...spread() };
    } else if (event.isPrimary) {
      held = { point, mark: under(point), part: camera().seen(), moved: false, path: [point], dragging: null };
    }
  }

  function follow(event) {
    const point = pointOf(event);
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, point);
    if (pinched) {
      pinch();
      return;
    }
    if (!held) {
      if (!event.buttons && event.pointerType !== "touch") hover(onCanvas(event) ? under(point) : null);
      return;
    }
    if (!held.moved && Math.hypot(point[0] - held.point[0], point[1] - held.point[1]) < STILL) return;
    if (!held.moved) hover(null);
    held.moved = true;
    if (mode !== "pan") {
      held.path = mode === "box" ? boxed(held.point, point) : [...held.path, point];
      outline(held.path);
    } else if (held.mark?.what === "actor") {
      held.dragging = held.dragging || startDragging(held.mark);
      drag(held.dragging, point);
    } else {
      figure().classList.add("panned");
      camera().bring(held.part, held.point, point, 1);
    }
  }

  function release(event) {
    fingers.delete(event.pointerId);
    if (pinched) {
      pinched = null;
      camera().land();
    }
    if (!held || !event.isPrimary) return;
    const { mark, moved, path, dragging } = held;
    held = null;
    figure().classList.remove("panned");
    if (!moved) click(mark, event);
    else if (dragging) camera().pin(mark.id, mark);
    else if (mode === "pan") camera().land();
    else {
      outline([]);
      pickInside(path, isAdding(event) ? pickedActors() : []);
      choose("pan");
    }
  }

  function cancel(event) {
    fingers.delete(event.pointerId);
    [held, pinched] = [null, null];
    figure().classList.remove("panned");
    camera().land();
    outline([]);
  }

  function wheel(event) {
    if (!camera().isReady()) return;
    event.preventDefault();
    event.stopPropagation();
    hover(null);
    const way = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1);
    const point = pointOf(event);
    camera().bring(camera().seen(), point, point, Math.exp(way * WHEEL));
  }

  function start() {
    const box = figure();
    if (!box) {
      requestAnimationFrame(start);
      return;
    }
    const stop = (event) => event.stopPropagation();
    box.addEventListener("pointerdown", press, true);
    box.addEventListener("mousedown", stop, true);
    box.addEventListener("touchstart", stop, { capture: true, passive: true });
    box.addEventListener("wheel", wheel, { capture: true, passive: false });
    box.addEventListener("pointerleave", () => held || hover(null));
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", release);
    window.addEventListener("pointercancel", cancel);
  }
  start();

  window.dramatis = window.dramatis || {};
  window.dramatis.gestures = { addToPicked, boxed, choose, focus, inside, mode: () => mode, nudge, outline, unpin, widen };
})();
