/* The box on the canvas for those who have no pointer: keys move it and change its size, and what is in it is said in words as it
   changes. Which actors that are is 57-gestures.js's. */
(() => {
  "use strict";
  const STEP = 24; // pixels by a key
  const LEAST = 24; // pixels
  const SHARE = 1 / 3; // of the canvas, where it first stands
  const { WAYS, say, listed, counted, select, stand, add } = window.dramatis.tools;

  let box = null; // { x, y, width, height } on the screen; it stays where it was for the next time

  const camera = () => window.dramatis.camera;
  const gestures = () => window.dramatis.gestures;
  const within = (least, value, most) => Math.max(least, Math.min(value, most));

  function path() {
    const { x, y, width, height } = box;
    return gestures().boxed([x, y], [x + width, y + height]);
  }

  const inside = () => gestures().inside(path()).map(({ id }) => id);

  /* Makes the box fit into the canvas, shows it, and says what is in it, where the words cover little of it. */
  function show() {
    const { width, height } = camera().size();
    box = box || { x: (width * (1 - SHARE)) / 2, y: (height * (1 - SHARE)) / 2, width: width * SHARE, height: height * SHARE };
    const [wide, high] = [within(LEAST, box.width, width), within(LEAST, box.height, height)];
    box = { x: within(0, box.x, width - wide), y: within(0, box.y, height - high), width: wide, height: high };
    gestures().outline(path());
    say(`${counted(inside())} in the box${listed(inside())}`);
    stand(box.y + high / 2 > height / 2);
  }

  function move([across, down]) {
    box = { ...box, x: box.x + across * STEP, y: box.y + down * STEP };
    show();
  }

  function resize([across, down]) {
    box = { ...box, width: box.width + across * STEP, height: box.height + down * STEP };
    show();
  }

  function isAtEdge([across, down]) {
    const { width, height } = camera().size();
    const isAt = (place, way, most) => (way < 0 && place <= 0) || (way > 0 && place >= most - 0.5);
    return isAt(box.x, across, width - box.width) || isAt(box.y, down, height - box.height);
  }

  /* Nothing where the box can go no farther, so that the view moves instead. */
  function actOf({ key, shiftKey }) {
    const way = WAYS[key];
    if (key === "Enter") return () => select(inside());
    if (!way || (!shiftKey && isAtEdge(way))) return null;
    return shiftKey ? () => resize(way) : () => move(way);
  }

  add("box", { keys: "boxed-keys", show, hide: () => {}, forget: () => {}, actOf });
})();
