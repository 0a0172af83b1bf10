/* The camera over the network: which part is seen, the way to other parts, and the way back. The figure's own units are
   the pixels of the canvas while nothing is zoomed, y upward; those of the screen start at the canvas's upper left.
   While the camera moves, what is drawn is shifted and scaled as one picture; once it rests, Plotly draws it anew. */
(() => {
  "use strict";
  const MARGIN = 0.08; // of the canvas, around what is focused on
  const CLOSEST = 6; // so many times at most does focusing enlarge
  const LONGEST_WAY = 50; // cameras to go back to
  const STEP = 0.12; // of the canvas, by an arrow key
  const GLIDE = 200; // milliseconds on the way to another part
  const REST = 160; // milliseconds without a move until all is drawn anew
  const SCALES = [1 / 60, 6]; // figure units to a pixel, closest and farthest

  let size = null; // { width, height }
  let pins = {}; // actor -> where it is pinned, as shares of the canvas
  let present = null;
  let moving = null; // the part that is seen, as long as another one is drawn
  let heading = null; // where the camera glides to
  let held = null; // the part that a new drawing has to show as well
  let resting;
  const former = [];

  const plot = () => document.querySelector("#network .js-plotly-plot");
  const tell = (id, props) => window.dash_clientside.set_props(id, props);

  /* Returns how far from each edge something stands over the canvas: 20-page.css has it as padding. */
  function edges() {
    const style = getComputedStyle(document.querySelector(".figure"));
    return Object.fromEntries(["left", "top", "right", "bottom"].map((side) => [side, parseFloat(style.getPropertyValue(`padding-${side}`))]));
  }

  let timer;
  function tellCanvas(wait) {
    clearTimeout(timer);
    const tellNow = () => tell("canvas-size", { data: { ...size, edges: edges(), pins } });
    if (wait) timer = setTimeout(tellNow, wait);
    else tellNow();
  }

  function watchSize() {
    const box = document.querySelector(".figure");
    const look = () => {
      const [width, height] = [Math.round(box.clientWidth), Math.round(box.clientHeight)];
      if (!width || !height || (size && size.width === width && size.height === height)) return;
      const wait = size ? 200 : 0;
      size = { width, height };
      tellCanvas(wait);
      former.length = 0;
      [present, held, moving, heading] = [null, null, null, null];
      transform("");
    };
    look();
    new ResizeObserver(look).observe(box);
  }

  function drawn() {
    const { xaxis, yaxis } = plot()._fullLayout;
    return [...xaxis.range, ...yaxis.range];
  }

  const seen = () => moving || drawn();

  /* Returns a function from points of the figure to the screen, for the present camera. */
  function screen() {
    const [left, right, bottom, top] = seen();
    const [wide, high] = [size.width / (right - left), size.height / (top - bottom)];
    return ({ x, y }) => [(x - left) * wide, (top - y) * high];
  }

  function toFigure([x, y]) {
    const [left, right, bottom, top] = seen();
    return { x: left + (x / size.width) * (right - left), y: top - (y / size.height) * (top - bottom) };
  }

  /* --- Moving --- */
  function transform(words) {
    for (const layer of document.querySelectorAll("#network .main-svg:first-child, .figure .lit")) layer.style.transform = words;
  }

  /* Shows a part without drawing it anew. */
  function show(part) {
    moving = part;
    const [left, right, bottom, top] = part;
    const [x0, x1, y0, y1] = drawn();
    const [wide, high] = [(x1 - x0) / (right - left), (y1 - y0) / (top - bottom)];
    const [x, y] = [((x0 - left) / (right - left)) * size.width, ((top - y1) / (top - bottom)) * size.height];
    transform(`translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${wide}, ${high})`);
    window.dramatis.labels.follow();
  }

  /* Draws the part that is seen. */
  function land() {
    clearTimeout(resting);
    if (!moving) return;
    held = heading || moving;
    [moving, heading] = [null, null];
    transform("");
    draw();
  }

  function draw() {
    const [left, right, bottom, top] = held;
    window.Plotly.relayout(plot(), { "xaxis.range": [left, right], "yaxis.range": [bottom, top] });
  }

  function look(part) {
    clearTimeout(resting);
    const [from, begin] = [seen(), performance.now()];
    heading = part;
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = (now) => {
      if (heading !== part) return;
      const share = isStill ? 1 : Math.min(1, Math.max(0, (now - begin) / GLIDE));
      const eased = 1 - (1 - share) ** 3;
      show(from.map((side, at) => side + (part[at] - side) * eased));
      if (share < 1) requestAnimationFrame(step);
      else land();
    };
    requestAnimationFrame(step);
  }

  /* Brings what was at one place of the screen in a former part to another place, so many times as far away. */
  function bring(part, [x0, y0], [x, y], factor) {
    heading = null;
    const [left, right, bottom, top] = part;
    const scale = (right - left) / size.width;
    const wanted = Math.min(SCALES[1], Math.max(SCALES[0], scale * factor));
    const [wide, high] = [size.width * wanted, ((top - bottom) * wanted) / scale];
    const newLeft = left + (x0 / size.width) * (right - left) - (x / size.width) * wide;
    const newTop = top - (y0 / size.height) * (top - bottom) + (y / size.height) * high;
    show([newLeft, newLeft + wide, newTop - high, newTop]);
    clearTimeout(resting);
    resting = setTimeout(land, REST);
  }

  function around(x, y, scale) {
    const [wide, high] = [(size.width * scale) / 2, (size.height * scale) / 2];
    return [x - wide, x + wide, y - high, y + high];
  }

  const aim = () => heading || seen();

  function zoomBy(factor) {
    const [left, right, bottom, top] = aim();
    look(around((left + right) / 2, (bottom + top) / 2, ((right - left) / size.width) * factor));
  }

  function panBy(across, up) {
    const [left, right, bottom, top] = aim();
    const [x, y] = [across * STEP * (right - left), up * STEP * (top - bottom)];
    look([left + x, right + x, bottom + y, top + y]);
  }

  function fit() {
    look([0, size.width, 0, size.height]);
  }

  /* Shows these marks as large as may be. */
  function focus(marks) {
    const [xs, ys] = [marks.map(({ x }) => x), marks.map(({ y }) => y)];
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const scale = Math.max((x1 - x0) / size.width, (y1 - y0) / size.height) / (1 - 2 * MARGIN);
    look(around((x0 + x1) / 2, (y0 + y1) / 2, Math.max(scale, 1 / CLOSEST)));
  }

  /* Says whether the middle of a mark is on the canvas, right of its first `left` pixels. */
  function isIn(mark, left = 0) {
    const [x, y] = screen()(mark);
    return x >= left && y >= 0 && x <= size.width && y <= size.height;
  }

  /* Brings a mark into the middle of what is left above the lowest `below` pixels and right of the first `left` ones. */
  function bringForward({ x, y }, { below = 0, left: beside = 0 }) {
    const [left, right, bottom, top] = seen();
    const [wide, high] = [(right - left) / 2, (top - bottom) / 2];
    const [across, lower] = [x - (beside / size.width) * wide, y - (below / size.height) * high];
    look([across - wide, across + wide, lower - high, lower + high]);
  }

  function back() {
    const camera = former.pop();
    if (!camera) return;
    present = camera; // so that the way back is not remembered as a way forth
    look(camera);
  }

  function remember() {
    if (!plot().data.length || !size) return;
    const now = drawn();
    const isAt = (part) => now.every((side, at) => Math.abs(side - part[at]) < 1);
    if (held && !isAt(held)) {
      draw(); // a new figure shows the whole
      return;
    }
    if (present && isAt(present)) return;
    if (present) former.push(present);
    if (former.length > LONGEST_WAY) former.shift();
    present = now;
    window.dramatis.address?.moved();
  }

  /* Returns which part is seen in words that hold on any canvas: middle and width in shares of it; "" for the whole. */
  function place() {
    if (!size || !plot()?.data.length) return "";
    const [left, right, bottom, top] = aim();
    const told = [(left + right) / 2 / size.width, (bottom + top) / 2 / size.height, (right - left) / size.width];
    const words = told.map((share) => share.toFixed(3)).join();
    return words === "0.500,0.500,1.000" ? "" : words;
  }

  /* Shows the part that `place` has told of. */
  function goTo(words) {
    const [x, y, scale] = (words || "0.5,0.5,1").split(",").map(Number);
    if (![x, y, scale].every(Number.isFinite) || scale < SCALES[0] || scale > SCALES[1] || place() === (words || "")) return;
    look(around(x * size.width, y * size.height, scale));
  }

  const KEYS = {
    ArrowLeft: () => panBy(-1, 0),
    ArrowRight: () => panBy(1, 0),
    ArrowUp: () => panBy(0, 1),
    ArrowDown: () => panBy(0, -1),
    "+": () => zoomBy(0.7),
    "=": () => zoomBy(0.7),
    "-": () => zoomBy(1.4),
    0: fit,
    Backspace: back,
    b: () => window.dramatis.gestures.choose("box"),
    l: () => window.dramatis.gestures.choose("lasso"),
    u: () => window.dramatis.gestures.unpin(),
    t: () => window.dramatis.gestures.widen(),
    f: () => window.dramatis.gestures.focus(window.dramatis.canvas.find(window.dramatis.canvas.picked())),
  };
  const NUDGES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function actOf({ key, altKey, shiftKey, ctrlKey, metaKey }) {
    if (altKey && key === "ArrowLeft") return back;
    if (altKey || ctrlKey || metaKey) return null;
    if (shiftKey && NUDGES[key]) return () => window.dramatis.gestures.nudge(NUDGES[key]);
    return KEYS[key];
  }

  function watchKeys() {
    document.querySelector(".figure").addEventListener("keydown", (event) => {
      if (!window.dramatis.camera.isReady()) return;
      const act = window.dramatis.tools.actOf(event) || actOf(event);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation(); // Escape ends the tool alone
      act();
    });
  }

  /* The size is told as soon as there is a canvas, so that the figure is on its way while Plotly is still coming. */
  function start() {
    if (!window.dash_clientside?.set_props || !document.querySelector(".figure")) {
      requestAnimationFrame(start);
      return;
    }
    watchSize();
    watchKeys();
    watchDrawings();
  }

  function watchDrawings() {
    if (plot()?.on) plot().on("plotly_afterplot", remember);
    else requestAnimationFrame(watchDrawings);
  }
  start();

  window.dramatis = window.dramatis || {};
  window.dramatis.camera = {
    screen,
    toScreen: (point) => screen()(point),
    seen,
    place,
    goTo,
    bring,
    land,
    isMoving: () => Boolean(moving || heading),
    toFigure,
    zoomBy,
    fit,
    focus,
    back,
    isIn,
    bringForward,
    /* Tells the server of the canvas anew, and has all drawn. */
    tell: () => size && tellCanvas(0),
    isReady: () => Boolean(size && plot()?.data?.length),
    size: () => size,
    pins: () => pins,
    /* Keeps an actor where it was dragged to; the server draws its lines anew from there. */
    pin(id, { x, y }) {
      pins = { ...pins, [id]: [x / size.width, y / size.height] };
      tellCanvas(0);
    },
    unpin(ids) {
      pins = Object.fromEntries(Object.entries(pins).filter(([id]) => !ids.includes(id)));
      tellCanvas(0);
    },
  };
})();
