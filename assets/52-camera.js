/* The camera over the network: which part is seen, the way to other parts, and the way back. The figure's own units are
   the pixels of the canvas while nothing is zoomed, y upward; those of the screen start at the canvas's upper left. */
(() => {
  "use strict";
  const MARGIN = 0.08; // of the canvas, around what is focused on
  const CLOSEST = 6; // so many times at most does focusing enlarge
  const LONGEST_WAY = 50; // cameras to go back to
  const STEP = 0.12; // of the canvas, by an arrow key

  let size = null; // { width, height }
  let pins = {}; // actor -> where it is pinned, as shares of the canvas
  let present = null;
  const former = [];

  const plot = () => document.querySelector("#network .js-plotly-plot");
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  let timer;
  function tellCanvas(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => tell("canvas-size", { data: { ...size, pins } }), wait);
  }

  function watchSize() {
    const box = document.querySelector(".figure");
    new ResizeObserver(() => {
      const [width, height] = [Math.round(box.clientWidth), Math.round(box.clientHeight)];
      if (!width || !height || (size && size.width === width && size.height === height)) return;
      tellCanvas(size ? 200 : 0);
      size = { width, height };
      former.length = 0;
      present = null;
    }).observe(box);
  }

  function seen() {
    const { xaxis, yaxis } = plot()._fullLayout;
    return [...xaxis.range, ...yaxis.range];
  }

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

  function look([left, right, bottom, top]) {
    return window.Plotly.relayout(plot(), { "xaxis.range": [left, right], "yaxis.range": [bottom, top] });
  }

  function around(x, y, scale) {
    const [wide, high] = [(size.width * scale) / 2, (size.height * scale) / 2];
    return [x - wide, x + wide, y - high, y + high];
  }

  function zoomBy(factor) {
    const [left, right, bottom, top] = seen();
    look(around((left + right) / 2, (bottom + top) / 2, ((right - left) / size.width) * factor));
  }

  function panBy(across, up) {
    const [left, right, bottom, top] = seen();
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

  /* Brings a mark into the middle of what is left above the lowest `covered` pixels. */
  function bringForward({ x, y }, covered) {
    const [left, right, bottom, top] = seen();
    const high = (top - bottom) / 2;
    const wide = (right - left) / 2;
    const lower = y - (covered / size.height) * high;
    look([x - wide, x + wide, lower - high, lower + high]);
  }

  function back() {
    const camera = former.pop();
    if (!camera) return;
    present = camera; // so that the way back is not remembered as a way forth
    look(camera);
  }

  function remember() {
    if (!plot().data.length || !size) return;
    const now = seen();
    if (present && now.every((side, at) => Math.abs(side - present[at]) < 1)) return;
    if (present) former.push(present);
    if (former.length > LONGEST_WAY) former.shift();
    present = now;
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
  };

  function watchKeys() {
    document.querySelector(".figure").addEventListener("keydown", (event) => {
      const act = event.altKey && event.key === "ArrowLeft" ? back : !event.altKey && !event.ctrlKey && !event.metaKey && KEYS[event.key];
      if (!act || !size) return;
      event.preventDefault();
      act();
    });
  }

  function start() {
    if (!window.dash_clientside?.set_props || !plot()?.on) {
      requestAnimationFrame(start);
      return;
    }
    watchSize();
    watchKeys();
    plot().on("plotly_relayout", remember);
    plot().on("plotly_afterplot", remember);
  }
  start();

  window.dramatis = window.dramatis || {};
  window.dramatis.camera = {
    screen,
    toScreen: (point) => screen()(point),
    toFigure,
    zoomBy,
    fit,
    focus,
    back,
    bringForward,
    seen,
    isReady: () => Boolean(size && plot()?.data.length),
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
