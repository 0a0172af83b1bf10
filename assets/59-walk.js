/* What the lasso is for those who have no pointer: keys go from actor to actor and mark those that are to be selected together. Where
   one stands has a dashed ring, what is marked is shown as if it were selected. */
(() => {
  "use strict";
  const RING = 7; // pixels from a mark to the ring around it
  const CORNERS = 32;
  const ASIDE = 2; // so much farther does an actor count that lies beside the way
  const { WAYS, say, listed, select, stand, add } = window.dramatis.tools;

  let at = ""; // the actor one stands at
  let marked = null; // the ids of those that are marked; null before the first look
  let [former, painted] = [null, null]; // what was picked before, and what is now instead

  const camera = () => window.dramatis.camera;
  const canvas = () => window.dramatis.canvas;
  const markOf = (id) => canvas().find({ what: "actor", id });

  /* Returns the actors that are shown, the most important first. */
  function shown() {
    const actors = canvas().all().filter(({ what, shown: isShown }) => what === "actor" && isShown);
    return actors.sort((one, other) => other.radius - one.radius || (one.id < other.id ? -1 : 1));
  }

  /* --- Showing --- */
  function paint() {
    former = former || canvas().picked();
    canvas().select(marked.length ? { what: "actors", ids: marked } : null);
    painted = canvas().picked();
  }

  /* What was picked before is again, unless something else has been selected since. */
  function hide() {
    if (former && canvas().picked() === painted) canvas().select(former);
    former = null;
  }

  /* While the view moves, the ring waits. */
  function ring(mark) {
    if (camera().isMoving()) {
      window.dramatis.gestures.outline([]);
      return;
    }
    const [x, y] = camera().toScreen(mark);
    const far = mark.radius + RING;
    const corner = (turn) => [x + far * Math.cos(turn), y + far * Math.sin(turn)];
    window.dramatis.gestures.outline(Array.from({ length: CORNERS }, (_, step) => corner((2 * Math.PI * step) / CORNERS)));
    stand(y > camera().size().height / 2);
  }

  function show() {
    const actors = shown();
    if (!actors.length) {
      say("No actor passes the filters");
      return;
    }
    marked = marked || selected();
    const mark = actors.find(({ id }) => id === at) || actors.find(({ id }) => marked.includes(id)) || actors[0];
    at = mark.id;
    bringIn(mark);
    ring(mark);
    paint();
    const isMarked = marked.includes(at) ? "; marked" : "";
    say(`${mark.hint.replace("\n", "; ")}${isMarked}. ${marked.length || "None"} marked${listed(marked)}`);
  }

  /* Who is selected already is marked, as with Shift and a click. */
  function selected() {
    const { what, id, ids } = window.dramatis.selection.now();
    return { actor: [id], actors: ids }[what] || [];
  }

  function bringIn(mark) {
    if (!camera().isIn(mark) && !camera().isMoving()) camera().bringForward(mark, {});
  }

  /* --- Keys --- */
  /* Returns the nearest actor on the way, those right ahead first. */
  function nextOn([across, down]) {
    const [x0, y0] = camera().toScreen(markOf(at));
    const far = (mark) => {
      const [x, y] = camera().toScreen(mark);
      const [ahead, beside] = [(x - x0) * across + (y - y0) * down, Math.abs((x - x0) * down) + Math.abs((y - y0) * across)];
      return ahead > 0 ? [beside > ahead, ahead + ASIDE * beside] : null;
    };
    const found = shown().filter(({ id }) => id !== at).map((mark) => [mark, far(mark)]).filter(([, way]) => way);
    return found.sort(([, one], [, other]) => one[0] - other[0] || one[1] - other[1])[0]?.[0];
  }

  function goTo(mark) {
    if (mark) at = mark.id;
    show();
  }

  function step(by) {
    const actors = shown();
    const place = actors.findIndex(({ id }) => id === at);
    goTo(actors[(place + by + actors.length) % actors.length]);
  }

  function toggle() {
    marked = marked.includes(at) ? marked.filter((id) => id !== at) : [...marked, at];
    show();
  }

  const KEYS = {
    n: { does: () => step(1), says: "The next important actor" },
    p: { does: () => step(-1), says: "The one before" },
    " ": { does: toggle, says: "Mark the actor, or no longer" },
    Enter: { does: () => select(marked.length ? marked : [at]), says: "Select the marked actors" },
  };

  function actOf({ key, shiftKey }) {
    if (shiftKey || !markOf(at)) return null;
    return WAYS[key] ? () => goTo(nextOn(WAYS[key])) : KEYS[key]?.does;
  }

  add("lasso", { keys: "walk-keys", show, hide, forget: () => { marked = null; }, actOf });
})();
