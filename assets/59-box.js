/* The box on the canvas for those who have no pointer: with the tool chosen and the focus on the figure, keys move it and change
   its size, and what is in it is said in words as it changes. Which actors that are, and what follows, is 57-gestures.js's. */
(() => {
  "use strict";
  const STEP = 24; // pixels by a key
  const LEAST = 24; // pixels
  const SHARE = 1 / 3; // of the canvas, where it first stands
  const MOST_NAMES = 3;
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const NO_BOX = "The lasso is drawn by a pointer. The key b brings a box that is moved by keys.";

  let box = null; // { x, y, width, height } on the screen; it stays where it was for the next time
  let isOpen = false; // whether words on the tool, and for a box itself, stand over the canvas

  const camera = () => window.dramatis.camera;
  const gestures = () => window.dramatis.gestures;
  const figure = () => document.querySelector(".figure");
  const caption = () => document.getElementById("boxed").parentElement;
  const within = (least, value, most) => Math.max(least, Math.min(value, most));

  /* --- In words --- */
  function say(words) {
    const line = document.getElementById("boxed");
    if (line.textContent !== words) line.textContent = words;
  }

  function listed(marks) {
    const names = [...marks].sort((one, other) => other.radius - one.radius).slice(0, MOST_NAMES).map(({ text }) => text);
    const more = marks.length - names.length;
    return names.length ? `: ${names.join(", ")}${more ? ` and ${more} more` : ""}` : "";
  }

  const counted = (marks) => `${marks.length || "No"} actor${marks.length === 1 ? "" : "s"}`;

  /* --- On the canvas --- */
  function path() {
    const { x, y, width, height } = box;
    return gestures().boxed([x, y], [x + width, y + height]);
  }

  /* Makes the box fit into the canvas, shows it, and says what is in it, where the words cover little of it. */
  function show() {
    const { width, height } = camera().size();
    box = box || { x: (width * (1 - SHARE)) / 2, y: (height * (1 - SHARE)) / 2, width: width * SHARE, height: height * SHARE };
    const [wide, high] = [within(LEAST, box.width, width), within(LEAST, box.height, height)];
    box = { x: within(0, box.x, width - wide), y: within(0, box.y, height - high), width: wide, height: high };
    gestures().outline(path());
    const marks = gestures().inside(path());
    say(`${counted(marks)} in the box${listed(marks)}`);
    caption().classList.toggle("above", box.y + high / 2 > height / 2);
  }

  function open(mode) {
    isOpen = true;
    caption().classList.remove("unseen");
    document.getElementById("boxed-keys").hidden = mode !== "box";
    if (mode === "box") show();
    else say(NO_BOX);
  }

  function hide() {
    if (!isOpen) return;
    isOpen = false;
    caption().classList.add("unseen");
    document.getElementById("boxed-keys").hidden = true;
    gestures().outline([]);
    say("");
  }

  /* Follows which tool is chosen: "pan", "box" or "lasso". A reader with a pointer sees no box that a drag would only replace. */
  function follow(mode) {
    if (mode !== "pan" && figure().matches(":focus-visible")) open(mode);
    else hide();
  }

  /* --- Keys --- */
  function move([across, down]) {
    box = { ...box, x: box.x + across * STEP, y: box.y + down * STEP };
    show();
  }

  function resize([across, down]) {
    box = { ...box, width: box.width + across * STEP, height: box.height + down * STEP };
    show();
  }

  function select() {
    const marks = gestures().inside(path());
    gestures().pickInside(path());
    gestures().choose("pan");
    say(`${counted(marks)} selected${listed(marks)}`);
  }

  function isAtEdge([across, down]) {
    const { width, height } = camera().size();
    const isAt = (place, way, most) => (way < 0 && place <= 0) || (way > 0 && place >= most - 0.5);
    return isAt(box.x, across, width - box.width) || isAt(box.y, down, height - box.height);
  }

  /* Returns what a key does while a tool is chosen; nothing where the box can go no farther, so that the view moves instead. */
  function actOf({ key, shiftKey }) {
    if (gestures().mode() === "pan") return null;
    if (key === "Escape") return () => gestures().choose("pan");
    if (gestures().mode() !== "box") return null;
    const way = WAYS[key];
    if (!isOpen) return way ? () => open("box") : null;
    if (key === "Enter") return select;
    if (!way || (!shiftKey && isAtEdge(way))) return null;
    return shiftKey ? () => resize(way) : () => move(way);
  }

  function start() {
    const plot = document.querySelector("#network .js-plotly-plot");
    if (!plot?.on || !document.getElementById("boxed")) {
      requestAnimationFrame(start);
      return;
    }
    plot.on("plotly_afterplot", () => isOpen && gestures().mode() === "box" && show());
    figure().addEventListener("focus", () => follow(gestures().mode()));
    figure().addEventListener("blur", hide);
  }
  start();

  window.dramatis = window.dramatis || {};
  window.dramatis.box = { actOf, follow, hide };
})();
