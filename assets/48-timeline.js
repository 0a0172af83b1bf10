/* The timeline: bars of the claims that pass the filters, a brush that sets a period, and a button that plays it. */
(() => {
  "use strict";
  const STEP = 700; // milliseconds
  const TICK = 84; // pixels
  const CLOCKS = ["published", "happened"];
  const { planBars, countBars, barAt, ticksOf, stretchWords, isoOf, dayOf, fullWords } = window.dramatis.dates;
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const number = (count) => count.toLocaleString("en");
  const strip = () => document.getElementById("timeline");
  const part = (name) => strip().querySelector(`.timeline-${name}`);
  const now = () => window.dramatis.story.now();

  let settings = { clock: "published", mode: "growing" };
  let plans = {}; // clock -> its bars, for `planned`, a story
  let planned = null;
  let others = { key: "", mask: null }; // the claims that pass all filters but that of the clock
  let held = null; // the drag under way
  let timer = null; // of the play

  const plan = () => plans[settings.clock];
  const lastEdge = () => plan().edges.length - 1;

  /* --- The period --- */
  /* Return the first edge and the last one of what is asked for, as days; those of the whole where nothing is. */
  function asked() {
    const { edges } = plan();
    const { first, last } = now().filters[settings.clock] || {};
    const within = (day) => Math.max(edges[0], Math.min(edges.at(-1), day));
    return [first ? within(dayOf(first)) : edges[0], last ? within(dayOf(last) + 1) : edges.at(-1)];
  }

  const isAsked = () => Boolean(now().filters[settings.clock]);

  /* Ask for the days from one edge to before another. The controls are told when the hand lets go. */
  function ask(from, until) {
    const { edges } = plan();
    const [first, last] = [from > edges[0] ? isoOf(from) : "", until < edges.at(-1) ? isoOf(until - 1) : ""];
    const { [settings.clock]: before, ...filters } = now().filters;
    if (first || last) filters[settings.clock] = { first, last };
    window.dramatis.story.ask(filters);
    if (!held) tellControls();
  }

  function tellControls() {
    const { clock } = settings;
    window.dramatis.story.afterPaint(() => {
      const { first, last } = now().filters[clock] || {};
      tell(`filter-${clock}-first`, { value: first || null });
      tell(`filter-${clock}-last`, { value: last || null });
    });
  }

  /* --- Which claims --- */
  function passingOthers() {
    const { story, filters, found } = now();
    const { [settings.clock]: own, ...rest } = filters;
    if (!own) return found.claims;
    const key = JSON.stringify([settings.clock, rest]);
    if (others.key !== key || others.story !== story) others = { key, story, mask: window.dramatis.narrow(story, rest).claims };
    return others.mask;
  }

  /* Return the claims of a mask that speak of what is selected; null where nothing is. */
  function selectedOf(mask) {
    const { what, id, ids } = window.dramatis.selection.now();
    const { actors, relations } = now().story;
    const ends = new Set((what === "actor" ? [id] : ids || []).map((one) => actors.rows.get(one)));
    const row = what === "relation" ? relations.rows.get(id) : undefined;
    if (!ends.size && row === undefined) return null;
    const picked = new Uint8Array(mask.length);
    relations.ids.forEach((_, relation) => {
      if (relation !== row && !ends.has(relations.source[relation]) && !ends.has(relations.target[relation])) return;
      for (let at = relations.starts[relation]; at < relations.starts[relation + 1]; at += 1) picked[at] = mask[at];
    });
    return picked;
  }

  /* --- Drawing --- */
  function readStory({ story }) {
    if (planned === story) return;
    planned = story;
    plans = Object.fromEntries(CLOCKS.map((clock) => [clock, planBars(story, clock)]));
    const known = CLOCKS.filter((clock) => plans[clock]);
    tell("timeline", { hidden: !known.length });
    if (known.length && !plan()) tell("timeline-clock", { value: known[0] });
  }

  function draw() {
    if (!strip() || !now().found) return undefined;
    readStory(now());
    if (!strip().checkVisibility()) return undefined; // it is drawn when it is seen again
    part("body").classList.toggle("without", !plan());
    document.getElementById("play").disabled = !plan();
    if (!plan()) return say(`No two claims have dates of when they ${settings.clock === "happened" ? "happened" : "were published"}.`);
    drawBars();
    drawAxis();
    place();
    return summarise();
  }

  function drawBars() {
    const { edges } = plan();
    const [mask, { claims, choices }] = [passingOthers(), now().story];
    const asserted = choices.statuses.indexOf("asserted");
    const all = countBars(plan(), mask);
    const firm = countBars(plan(), mask.map((shown, at) => shown && claims.status[at] === asserted)).counts;
    const selected = selectedOf(mask);
    const picked = selected ? countBars(plan(), selected).counts : new Int32Array(all.counts.length);
    const highest = Math.max(1, ...all.counts);
    part("most").textContent = number(highest);
    drawn = { ...all, firm, picked };
    fit(part("bars"), all.counts.length, "span", 3);
    [...part("bars").children].forEach((bar, at) => {
      Object.assign(bar.style, { left: share(edges[at]), width: share(edges[at + 1], edges[at]) });
      const heights = [firm[at], all.counts[at] - firm[at], picked[at]];
      heights.forEach((count, layer) => { bar.children[layer].style.height = `${(100 * count) / highest}%`; });
    });
  }
  let drawn = null; // the counts of the bars

  /* Let an element hold so many children, each with so many of its own. */
  function fit(holder, count, name, inner = 0) {
    while (holder.children.length > count) holder.lastChild.remove();
    while (holder.children.length < count) {
      const made = document.createElement(name);
      for (let at = 0; at < inner; at += 1) made.append(document.createElement("i"));
      holder.append(made);
    }
  }

  /* Return a day as a share of the whole width, from the left or from another day. */
  function share(day, from = plan().edges[0]) {
    const { edges } = plan();
    return `${(100 * (day - from)) / (edges.at(-1) - edges[0])}%`;
  }

  function drawAxis() {
    const ticks = ticksOf(plan().edges, Math.max(2, Math.floor(part("plot").clientWidth / TICK)));
    fit(part("axis"), ticks.length, "span");
    [...part("axis").children].forEach((tick, at) => {
      tick.textContent = ticks[at][1];
      tick.style.left = share(ticks[at][0]);
    });
  }

  /* Put the brush where the period is, and let the handles say so. */
  function place() {
    const [from, until] = asked();
    const { edges, size } = plan();
    Object.assign(part("brush").style, { left: share(from), width: share(until, from) });
    part("brush").classList.toggle("whole", !isAsked());
    const handles = [["from", from, from], ["until", until, until - 1]];
    for (const [name, edge, day] of handles) {
      const handle = part(name);
      handle.style.left = share(edge);
      const values = { min: edges[0], max: edges.at(-1) - 1, now: day, text: fullWords(day) };
      for (const [value, told] of Object.entries(values)) handle.setAttribute(`aria-value${value}`, String(told));
    }
    [...part("bars").children].forEach((bar, at) => bar.classList.toggle("out", edges[at + 1] <= from || edges[at] >= until));
    strip().dataset.bars = size;
  }

  function say(words) {
    const line = part("words");
    if (line.textContent === words) return;
    [line.textContent, line.title] = [words, words]; // there may be no room for all of it
  }

  const claimsWords = (count) => `${number(count)} claim${count === 1 ? "" : "s"}`;

  function summarise() {
    const [from, until] = asked();
    const { size } = plan();
    const whole = passingOthers().reduce((total, one) => total + one, 0);
    const shown = now().found.claims.reduce((total, one) => total + one, 0);
    const parts = [
      isAsked() ? `${number(shown)} of ${claimsWords(whole)}, ${stretchWords(size, from, until - 1)}` : `${claimsWords(whole)} by ${size}`,
      drawn.undated && `${number(drawn.undated)} without a date`,
      drawn.vague && `${number(drawn.vague)} dated more vaguely`,
    ];
    say(parts.filter(Boolean).join(" · "));
  }

  function tellBar(at) {
    const { edges, size } = plan();
    const count = drawn.counts[at];
    const unsure = count - drawn.firm[at];
    const parts = [
      `${stretchWords(size, edges[at], edges[at + 1] - 1)}: ${claimsWords(count)}`,
      unsure && `${number(unsure)} not stated as fact`,
      drawn.picked[at] && `${number(drawn.picked[at])} of what is selected`,
    ];
    say(parts.filter(Boolean).join(", "));
  }

  /* --- The brush under the hand --- */
  function edgeAt(event) {
    const box = part("plot").getBoundingClientRect();
    const { edges } = plan();
    const day = edges[0] + ((event.clientX - box.left) / box.width) * (edges.at(-1) - edges[0]);
    const bar = barAt(edges, day);
    return { bar, edge: day - edges[bar] > edges[bar + 1] - day ? bar + 1 : bar };
  }

  const edgesAsked = () => asked().map((day) => {
    const { edges } = plan();
    const bar = barAt(edges, day);
    return day - edges[bar] > edges[bar + 1] - day ? bar + 1 : bar;
  });

  function press(event) {
    if (!event.isPrimary || event.button !== 0 || !plan()) return;
    pause();
    const [from, until] = edgesAsked();
    const { bar, edge } = edgeAt(event);
    const name = event.target.closest("[role=slider]")?.dataset.end;
    const isInside = isAsked() && bar >= from && bar < until;
    held = { what: name || (isInside ? "brush" : "new"), from, until, edge, bar, moved: false };
    part("plot").setPointerCapture(event.pointerId);
    if (!name) event.preventDefault();
  }

  function drag(event) {
    const { bar, edge } = edgeAt(event);
    if (!held) return tellBar(bar);
    if (edge === held.edge && !held.moved) return undefined;
    held.moved = true;
    const { edges } = plan();
    const { what, from, until } = held;
    const moved = {
      from: [Math.min(edge, until - 1), until],
      until: [from, Math.max(edge, from + 1)],
      new: [Math.min(held.bar, bar), Math.max(held.bar, bar) + 1],
      brush: slide(from, until, edge - held.edge),
    }[what];
    return ask(...moved.map((one) => edges[one]));
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
    if (moved) tellControls();
    if (moved || what === "from" || what === "until") return;
    const { edges } = plan();
    if (what === "brush" && until - from === 1) ask(edges[0], edges.at(-1));
    else ask(edges[bar], edges[bar + 1]);
  }

  function pressKey(event) {
    const end = event.target.dataset.end;
    if (!end || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7, Home: -Infinity, End: Infinity };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    pause();
    const [from, until] = edgesAsked();
    const next = end === "from" ? [Math.max(0, Math.min(until - 1, from + by)), until] : [from, Math.min(lastEdge(), Math.max(from + 1, until + by))];
    ask(...next.map((one) => plan().edges[one]));
  }

  /* --- Playing --- */
  /* Return the edges at which a step ends: those after a bar that holds something. */
  const stops = () => [...drawn.counts.keys()].filter((at) => drawn.counts[at]).map((at) => at + 1);

  function play() {
    const [from, until] = edgesAsked();
    const isResumed = isAsked() && until < stops().at(-1);
    const wide = settings.mode === "growing" ? Infinity : Math.max(1, isAsked() ? until - from : Math.round(lastEdge() / 6));
    show(true);
    step(wide, isResumed ? until : 0);
  }

  function step(wide, after) {
    const stop = stops().find((edge) => edge > after);
    if (stop === undefined) return pause();
    const { edges } = plan();
    ask(edges[Math.max(0, stop - wide)], edges[stop === stops().at(-1) && wide === Infinity ? lastEdge() : stop]);
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

  /* --- Folding --- */
  const isOpen = () => part("body").checkVisibility();

  function fold(isFolded) {
    strip().dataset.fold = isFolded ? "shut" : "open";
    part("fold").setAttribute("aria-expanded", String(!isFolded));
    if (isFolded) pause();
    else draw();
  }

  function start() {
    if (!strip()) {
      requestAnimationFrame(start);
      return;
    }
    const plot = part("plot");
    plot.addEventListener("pointerdown", press);
    plot.addEventListener("pointermove", (event) => plan() && drag(event));
    plot.addEventListener("pointerup", release);
    plot.addEventListener("pointercancel", () => { held = null; });
    plot.addEventListener("pointerleave", () => held || !drawn || summarise());
    plot.addEventListener("keydown", pressKey);
    part("fold").addEventListener("click", () => fold(isOpen()));
    document.getElementById("play").addEventListener("click", () => (timer ? pause() : play()));
    part("fold").setAttribute("aria-expanded", String(isOpen()));
    new ResizeObserver(draw).observe(plot);
  }
  start();

  window.dramatis.story.watch(draw);
  window.dramatis.selection.watch(draw);
  window.dramatis.timeline = {
    state: () => ({ ...settings, folded: !isOpen() }),
    restore: ({ clock = "published", mode = "growing", folded }) => {
      tell("timeline-clock", { value: clock });
      tell("timeline-mode", { value: mode });
      if (folded !== undefined && folded === isOpen()) fold(folded);
    },
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    setTimeline: (clock, mode) => {
      pause();
      settings = { clock, mode };
      draw();
      return window.dash_clientside.no_update;
    },
  });
})();
