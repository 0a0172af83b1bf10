/* The dates of claims as bars over time. Pure functions; days are counted from 1970, as in the story's columns. */
(() => {
  "use strict";
  const DAY = 86400000;
  const SIZES = { day: 1, week: 7, month: 31, year: 366 }; // days that a bar holds at most
  const MOST_BARS = 92;
  const MOST_PERIODS = 12; // to choose from, but for years
  const ENOUGH = 2 / 3; // of the dated claims must be dated closely enough for the size of the bars

  const dateOf = (day) => new Date(day * DAY);
  const isoOf = (day) => dateOf(day).toISOString().slice(0, 10);
  const dayOf = (iso) => Date.parse(iso) / DAY;

  /* Return the first day of the bar that holds a day, and that of the next bar. */
  function startOf(size, day) {
    const date = dateOf(day);
    if (size === "day") return day;
    if (size === "week") return day - ((date.getUTCDay() + 6) % 7);
    return Date.UTC(date.getUTCFullYear(), size === "month" ? date.getUTCMonth() : 0) / DAY;
  }

  const nextOf = (size, start) => startOf(size, start + SIZES[size]);

  /* Return the days of each claim by a clock: when its article was "published", or when it "happened". */
  function daysOf({ claims, articles }, clock) {
    if (clock === "happened") return claims;
    const ofArticle = (end) => Float64Array.from(claims.article, (row) => articles[end][row]);
    return { first: ofArticle("first"), last: ofArticle("last") };
  }

  /* Return the bars that a story's claims need by a clock: their `size`, their `edges` (one more than bars), the bar of
     each claim (-1 without a date, -2 where its date is vaguer than a bar); null where there are not two of them. */
  function planBars(story, clock, most = MOST_BARS) {
    const { first, last } = daysOf(story, clock);
    const dated = [...first.keys()].filter((at) => Number.isFinite(first[at]));
    for (const size of Object.keys(SIZES)) {
      const close = dated.filter((at) => last[at] - first[at] < SIZES[size]);
      if (close.length < ENOUGH * dated.length || !close.length) continue;
      const middles = close.map((at) => Math.floor((first[at] + last[at]) / 2));
      const edges = edgesOf(size, middles.reduce((a, b) => Math.min(a, b)), middles.reduce((a, b) => Math.max(a, b)));
      if (edges.length - 1 > most && size !== "year") continue;
      if (edges.length < 3) return null;
      const bars = new Int32Array(first.length).fill(-1);
      for (const at of dated) bars[at] = -2;
      close.forEach((at, place) => { bars[at] = barAt(edges, middles[place]); });
      return { size, edges, bars };
    }
    return null;
  }

  function edgesOf(size, first, last) {
    const edges = [startOf(size, first)];
    while (edges.at(-1) <= last) edges.push(nextOf(size, edges.at(-1)));
    return edges;
  }

  /* Return the bar that holds a day; the first or the last for days outside. */
  function barAt(edges, day) {
    let [low, high] = [0, edges.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (edges[middle] <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /* Return for each bar how many claims of a mask it holds, and how many there are without a date and with a vague one. */
  function countBars({ edges, bars }, mask) {
    const counts = new Int32Array(edges.length - 1);
    let [undated, vague] = [0, 0];
    mask.forEach((shown, at) => {
      if (!shown) return;
      if (bars[at] >= 0) counts[bars[at]] += 1;
      else if (bars[at] === -1) undated += 1;
      else vague += 1;
    });
    return { counts, undated, vague };
  }

  /* Return the periods by a clock that a reader may choose: "" for any time, and days, weeks, months or years that hold a claim,
     each as "first..last"; and for each claim the first of them that it may be of, and the one after the last. */
  function periodsOf(story, clock) {
    const { edges, bars } = planBars(story, clock, MOST_PERIODS) || { edges: [], bars: [] };
    const held = new Set(bars);
    const spans = edges.slice(0, -1).map((edge, at) => [edge, edges[at + 1] - 1]).filter((_, at) => held.has(at));
    const { first, last } = daysOf(story, clock);
    const after = (days, end) => Int32Array.from(days, (day) => 1 + spans.filter((span) => span[end] < day).length);
    return {
      choices: ["", ...spans.map((span) => span.map(isoOf).join(".."))],
      from: after(first, 1),
      until: after(last.map((day) => day + 1), 0),
    };
  }

  /* --- The axis --- */
  const STEPS = [
    ["day", 1], ["day", 2], ["week", 1], ["week", 2], ["month", 1], ["month", 2], ["month", 3], ["month", 6],
    ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 20], ["year", 50], ["year", 100],
  ];
  const words = (options) => {
    const format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    return (day) => format.format(dateOf(day));
  };
  const dayWords = words({ day: "numeric", month: "short" });
  const fullWords = words({ day: "numeric", month: "short", year: "numeric" });
  const monthWords = words({ month: "short" });
  const longMonthWords = words({ month: "short", year: "numeric" });
  const wholeMonthWords = words({ month: "long", year: "numeric" });
  const yearWords = words({ year: "numeric" });

  /* Return at most so many ticks as [day, words]; the year is told where it is a new one. */
  function ticksOf(edges, most) {
    const [first, end] = [edges[0], edges.at(-1)];
    for (const [size, count] of STEPS) {
      const ticks = [];
      for (let day = startOf(size, first); day < end && ticks.length <= most; day = nextOf(size, day)) {
        if (day >= first && isTick(size, count, day)) ticks.push(day);
      }
      if (ticks.length <= most) return ticks.map((day, place) => [day, tickWords(size, day, ticks[place - 1])]);
    }
    return [];
  }

  function isTick(size, count, day) {
    const date = dateOf(day);
    const place = { day, week: Math.round((day + 3) / 7), month: date.getUTCMonth(), year: date.getUTCFullYear() }[size];
    return place % count === 0;
  }

  function tickWords(size, day, before) {
    const isNewYear = before === undefined || yearWords(before) !== yearWords(day);
    if (size === "year") return yearWords(day);
    if (size === "month") return (isNewYear ? longMonthWords : monthWords)(day);
    return (isNewYear ? fullWords : dayWords)(day);
  }

  /* Return a stretch of days in words: "9 May 2017", "9 – 12 May 2017", "9 May – 4 Jun 2017"; "May 2017" or "2017" where it is the whole of that. */
  function stretchWords(first, last) {
    if (first === last) return fullWords(first);
    for (const [size, inWords] of [["year", yearWords], ["month", wholeMonthWords]]) {
      if (startOf(size, first) === first && nextOf(size, first) === last + 1) return inWords(first);
    }
    const isWithin = (size) => startOf(size, first) === startOf(size, last);
    const from = isWithin("month") ? dateOf(first).getUTCDate() : (isWithin("year") ? dayWords : fullWords)(first);
    return `${from} – ${fullWords(last)}`;
  }

  window.dramatis = Object.assign(window.dramatis || {}, {
    dates: { planBars, countBars, periodsOf, barAt, ticksOf, stretchWords, isoOf, dayOf, fullWords },
  });
})();
