/* The timeline: bars of the claims that pass the filters, and the period that is asked for; 49-brush.js sets and plays it. */
(() => {
  "use strict";
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

  const edgesAsked = () => asked().map((day) => {
    const { edges } = plan();
    const bar = barAt(edges, day);
    return day - edges[bar] > edges[bar + 1] - day ? bar + 1 : bar;
  });

  const isAsked = () => Boolean(now().filters[settings.clock]);

  /* Ask for the bars from one edge to before another. */
  function ask(from, until) {
    const { edges } = plan();
    const [first, last] = [from > 0 ? isoOf(edges[from]) : "", until < lastEdge() ? isoOf(edges[until] - 1) : ""];
    const { [settings.clock]: before, ...filters } = now().filters;
    if (first || last) filters[settings.clock] = { first, last };
    window.dramatis.story.ask(filters);
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
    if (strip().hidden || !window.dramatis.isOpen("network")) return undefined; // it is drawn when it is seen again
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
  let width = 0; // of the plot; to ask for it at every filter would lay out what that has just changed

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
    const ticks = ticksOf(plan().edges, Math.max(2, Math.floor(width / TICK)));
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
      isAsked() ? `${number(shown)} of ${claimsWords(whole)}, ${stretchWords(from, until - 1)}` : `${claimsWords(whole)} by ${size}`,
      drawn.undated && `${number(drawn.undated)} without a date`,
      drawn.vague && `${number(drawn.vague)} dated more vaguely`,
    ];
    say(parts.filter(Boolean).join(" · "));
  }

  function tellBar(at) {
    const { edges } = plan();
    const count = drawn.counts[at];
    const unsure = count - drawn.firm[at];
    const parts = [
      `${stretchWords(edges[at], edges[at + 1] - 1)}: ${claimsWords(count)}`,
      unsure && `${number(unsure)} not stated as fact`,
      drawn.picked[at] && `${number(drawn.picked[at])} of what is selected`,
    ];
    say(parts.filter(Boolean).join(", "));
  }

  /* --- Folding --- */
  const isNarrow = window.matchMedia("(max-width: 760px)"); // there it is folded until it is opened: 48-timeline.css
  const isOpen = () => (strip().dataset.fold ? strip().dataset.fold === "open" : !isNarrow.matches);

  function fold(isFolded) {
    strip().dataset.fold = isFolded ? "shut" : "open";
    part("fold").setAttribute("aria-expanded", String(!isFolded));
    if (isFolded) window.dramatis.timeline.pause();
    else draw();
    window.dramatis.address.moved();
  }

  function start() {
    if (!strip()) {
      requestAnimationFrame(start);
      return;
    }
    part("fold").addEventListener("click", () => fold(isOpen()));
    part("fold").setAttribute("aria-expanded", String(isOpen()));
    new ResizeObserver(([{ contentRect }]) => {
      width = contentRect.width;
      draw();
    }).observe(part("plot"));
  }
  start();

  window.dramatis.story.watch(draw);
  window.dramatis.selection.watch(draw);
  window.dramatis.timeline = {
    /* What the brush works on (49-brush.js). */
    bars: {
      ask, edgesAsked, isAsked, tellBar, plan, lastEdge, counts: () => drawn.counts, summarise: () => drawn && summarise(),
    },
    state: () => ({ ...settings, folded: !isOpen() }),
    restore: ({ clock, mode, folded }) => {
      tell("timeline-clock", { value: CLOCKS.includes(clock) ? clock : CLOCKS[0] });
      tell("timeline-mode", { value: mode === "sliding" ? mode : "growing" });
      if (folded !== undefined && folded === isOpen()) fold(folded);
    },
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    setTimeline: (clock, mode) => {
      window.dramatis.timeline.pause();
      settings = { clock, mode };
      draw();
      window.dramatis.address.moved();
      return window.dash_clientside.no_update;
    },
  });
})();
