/* The brush on the timeline, by hand and by keys, and the button that plays the story over time. */
(() => {
  "use strict";
  const STEP = 700; // milliseconds
  const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7, Home: -Infinity, End: Infinity };
  const { ask, edgesAsked, isAsked, lastEdge, plan, summarise, tellBar, counts } = window.dramatis.timeline.bars;
  const strip = () => document.getElementById("timeline");
  const plot = () => strip().querySelector(".timeline-plot");

  let held = null; // the drag under way
  let timer = null; // of the play
  let steps = 0; // that are played

  /* --- The brush under the hand --- */
  function edgeAt(event) {
    const box = plot().getBoundingClientRect();
    const { edges } = plan();
    const day = edges[0] + ((event.clientX - box.left) / box.width) * (edges.at(-1) - edges[0]);
    const bar = window.dramatis.dates.barAt(edges, day);
    return { bar, edge: day - edges[bar] > edges[bar + 1] - day ? bar + 1 : bar };
  }

  function press(event) {
    if (!event.isPrimary || event.button !== 0 || !plan()) return;
    pause();
    const [from, until] = edgesAsked();
    const { bar, edge } = edgeAt(event);
    const name = event.target.closest("[role=slider]")?.dataset.end;
    const isInside = isAsked() && bar >= from && bar < until;
    held = { what: name || (isInside ? "brush" : "new"), from, until, edge, bar, moved: false };
    plot().setPointerCapture(event.pointerId);
    if (!name) event.preventDefault();
  }

  function drag(event) {
    const { bar, edge } = edgeAt(event);
    if (!held) return tellBar(bar);
    if (edge === held.edge && !held.moved) return undefined;
    held.moved = true;
    const { what, from, until } = held;
    const moved = {
      from: [Math.min(edge, until - 1), until],
      until: [from, Math.max(edge, from + 1)],
      new: [Math.min(held.bar, bar), Math.max(held.bar, bar) + 1],
      brush: slide(from, until, edge - held.edge),
    }[what];
    return ask(...moved);
  }

  /* Move a window by some bars, as far as there are any. */
  function slide(from, until, by) {
    const step = Math.max(-from, Math.min(lastEdge() - until, by));
    return [from + step, until + step];
  }

  /* A click picks the bar it is on; a second one gives the whole back. */
  function release() {
    if (!held) return;
    const { what, from, until, bar, moved } = held;
    held = null;
    if (moved || what === "from" || what === "until") return;
    if (what === "brush" && until - from === 1) ask(0, lastEdge());
    else ask(bar, bar + 1);
  }

  function pressKey(event) {
    const end = event.target.dataset.end;
    if (!end || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    pause();
    const [from, until] = edgesAsked();
    const next = end === "from" ? [Math.max(0, Math.min(until - 1, from + by)), until] : [from, Math.min(lastEdge(), Math.max(from + 1, until + by))];
    ask(...next);
  }

  /* --- Playing --- */
  /* Return the edges at which a step ends: those after a bar that holds something. */
  const stops = () => [...counts().keys()].filter((at) => counts()[at]).map((at) => at + 1);

  function play() {
    const [from, until] = edgesAsked();
    const isResumed = isAsked() && until < stops().at(-1);
    const wide = window.dramatis.timeline.state().mode === "growing" ? Infinity : Math.max(1, isAsked() ? until - from : Math.round(lastEdge() / 6));
    show(true);
    steps = 0;
    step(wide, isResumed ? until : 0);
  }

  function step(wide, after) {
    const stop = stops().find((edge) => edge > after);
    if (stop === undefined) return pause();
    ask(Math.max(0, stop - wide), stop === stops().at(-1) && wide === Infinity ? lastEdge() : stop);
    steps += 1;
    timer = setTimeout(step, STEP, wide, stop);
    return undefined;
  }

  function pause() {
    clearTimeout(timer);
    timer = null;
    show(false);
  }

  function show(isPlaying) {
    strip().classList.toggle("playing", isPlaying);
    const button = document.getElementById("play");
    const words = isPlaying ? "Pause" : "Play the story over time";
    button.title = words;
    button.setAttribute("aria-label", words);
  }

  function start() {
    if (!strip()) {
      requestAnimationFrame(start);
      return;
    }
    plot().addEventListener("pointerdown", press);
    plot().addEventListener("pointermove", (event) => plan() && drag(event));
    plot().addEventListener("pointerup", release);
    plot().addEventListener("pointercancel", () => { held = null; });
    plot().addEventListener("pointerleave", () => held || summarise());
    plot().addEventListener("keydown", pressKey);
    document.getElementById("play").addEventListener("click", () => (timer ? pause() : play()));
  }
  start();

  Object.assign(window.dramatis.timeline, {
    pause,
    /* Whether the period has come to be by playing on: no step on the way back. */
    isPlayingOn: () => Boolean(timer) && steps > 1,
  });
})();
