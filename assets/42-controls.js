/* The controls of the filters. The story in the browser (40-story.js) owns the filters: a control asks it for others, and all
   controls follow it. Boxes and dates are the browser's own. The few that are Dash's tell what they hold some time later; what
   they only tell back is no wish of the reader, and overwrites nothing. */
(() => {
  "use strict";
  const OFFERED = 50;
  const SETTLED = 1000;
  const PERIODS = ["published", "happened"];
  const LEAST = { min_sentences: 1, min_articles: 1, min_confidence: 0, min_importance: 0 };
  const FIRST_YEAR = "1000"; // what is below is a year that is still being typed
  const DASH = { text: "", actors: [], types: [], speakers: [], outlets: [] }; // the fields of Dash's controls, with nothing in them
  const RARE = ["speakers", "outlets", ...PERIODS, ...Object.keys(LEAST)];
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keep = () => window.dash_clientside.no_update;
  const controlOf = (field) => `filter-${field}`;
  const now = () => window.dramatis.story.now();
  const ask = (filters) => window.dramatis.story.ask(filters);

  /* --- Asking --- */
  /* Ask for another value of one field; what restricts nothing is left out. */
  function put(field, value) {
    const { [field]: _, ...filters } = now().filters;
    const isEmpty = !value || value.length === 0 || value === LEAST[field] || (PERIODS.includes(field) && !value.first && !value.last);
    ask(isEmpty ? filters : { ...filters, [field]: value });
  }

  /* Take a choice out of a field, or with no choice all of the field. */
  function clear(field, choice) {
    const { [field]: before } = now().filters;
    put(field, Array.isArray(before) && choice !== undefined ? before.filter((id) => id !== choice) : null);
  }

  /* --- Boxes --- */
  const choiceOf = (box) => box.closest(".choice").querySelector(".choice-count").dataset;
  const writePeriod = (period) => (period ? `${period.first}..${period.last}` : "");

  function readPeriod(choice) {
    const [first, last] = choice.split("..");
    return choice && { first, last };
  }

  /* A box is ticked by the browser itself, and what follows is shown at once. */
  document.addEventListener("click", (event) => {
    const box = event.target;
    if (!box.matches?.(".choice input")) return;
    event.stopPropagation();
    const { field, choice } = choiceOf(box);
    if (PERIODS.includes(field)) put(field, readPeriod(choice));
    else if (box.type === "radio") put(field, Number(choice));
    else put(field, (now().filters[field] || []).filter((id) => id !== choice).concat(box.checked ? choice : []));
  }, true);

  document.addEventListener("change", ({ target }) => {
    const { period: field, end } = target.dataset || {};
    if (!field || (target.value && target.value < FIRST_YEAR)) return;
    put(field, { first: "", last: "", ...now().filters[field], [end]: target.value });
  });

  function isTicked({ type }, { field, choice }, value) {
    if (type === "checkbox") return (value || []).includes(choice);
    return (PERIODS.includes(field) ? writePeriod(value) : String(value ?? LEAST[field])) === choice;
  }

  /* The boxes and dates follow the filters, whoever has changed them. */
  function tick({ filters, found }) {
    for (const box of document.querySelectorAll(".plain-choice input")) {
      const of = choiceOf(box);
      box.checked = isTicked(box, of, filters[of.field]);
    }
    for (const date of document.querySelectorAll("[data-period]")) {
      const value = filters[date.dataset.period]?.[date.dataset.end] || "";
      if (date.value !== value) date.value = value;
    }
    for (const line of document.querySelectorAll("[data-period-count]")) {
      const field = line.dataset.periodCount;
      const [within, all] = [found?.relationCount, found?.counts[field][0]].map((count) => (count ?? 0).toLocaleString("en"));
      line.textContent = filters[field] ? `${within} of ${all} relations are from these days` : "";
    }
  }

  document.addEventListener("filled", ({ target }) => {
    if (!target.closest("#filter-fields")) return;
    window.dramatis.counts.write();
    tick(now());
  }, true);

  /* --- Dash's controls --- */
  const held = {}; // field -> what its control holds or is told to, as JSON
  const echoes = {}; // field -> what its control was told and may still tell back
  for (const field of Object.keys(DASH)) [held[field], echoes[field]] = [JSON.stringify(DASH[field]), []];

  function follow() {
    const { filters } = now();
    for (const [field, empty] of Object.entries(DASH)) {
      const value = filters[field] ?? empty;
      const key = JSON.stringify(value);
      if (key === held[field]) continue;
      held[field] = key;
      echoes[field].push(key);
      if (OFFERING.includes(field)) offer(field, "");
      tell(controlOf(field), { value });
    }
  }

  /* A control tells what it holds. */
  function take(field, told) {
    const key = JSON.stringify(told ?? DASH[field]);
    if (key !== held[field] && echoes[field].includes(key)) return;
    echoes[field] = [];
    if (key === held[field]) return;
    const value = typeof told === "string" ? told.trim() : told ?? [];
    held[field] = JSON.stringify(value);
    put(field, value);
  }

  /* Unfold the filters that are rarely used where one of them is. */
  function unfold() {
    if (RARE.some((field) => now().filters[field])) document.getElementById("more-filters").open = true;
  }

  /* The server has made all but the search field anew, with nothing in them. */
  function refill() {
    for (const [field, empty] of Object.entries(DASH)) {
      if (field === "text") continue;
      held[field] = JSON.stringify(empty);
      echoes[field].push(held[field]);
    }
    unfold();
    document.dispatchEvent(new Event("fields"));
    tick(now());
    follow();
  }

  /* --- What the boxes offer that look for names --- */
  const OFFERING = ["actors", "speakers"];
  const THE_ARTICLE = "article";

  function textOf({ actors }, { value, label }) {
    const row = actors.rows.get(value);
    return row === undefined ? window.dramatis.fold(label) : actors.text[row];
  }

  /* Offer those who are chosen and the first of those who hold what is looked for, by how much they would show. */
  function offer(field, search) {
    const { story, filters, found } = now();
    if (!story) return;
    const { actors, choices } = story;
    const looked = window.dramatis.fold(search || "");
    const option = (id) => (
      { value: id, label: id === THE_ARTICLE ? "The article itself" : actors.name[actors.rows.get(id)] ?? id }
    );
    const chosen = filters[field] || [];
    const weight = (at) => found.counts[field][at] + (actors.importance[actors.rows.get(choices[field][at])] ?? 1) / 2;
    const others = choices[field].map((id, at) => at).filter((at) => !chosen.includes(choices[field][at]))
      .filter((at) => !looked || textOf(story, option(choices[field][at])).includes(looked))
      .sort((one, other) => weight(other) - weight(one));
    tell(controlOf(field), { data: [...chosen, ...others.slice(0, OFFERED).map((at) => choices[field][at])].map(option) });
  }

  /* A box empties its search before it tells what was picked, and goes back to the former value where its options change
     in between: so an empty search waits until the pick is surely told. */
  const offerings = {};
  function offerLater(field, search) {
    const isEmptied = !search && window.dash_clientside.callback_context.triggered_id === controlOf(field);
    clearTimeout(offerings[field]);
    offerings[field] = setTimeout(offer, isEmptied ? SETTLED : 0, field, search);
    return keep();
  }

  window.dashMantineFunctions = Object.assign(window.dashMantineFunctions || {}, {
    /* Options that hold what is looked for, by any of their names; groups keep those of theirs. */
    sift: ({ options, search, limit }) => {
      const { story } = now();
      const looked = window.dramatis.fold(search);
      const holds = (option) => !story || textOf(story, option).includes(looked);
      return options.map((option) => (option.items ? { ...option, items: option.items.filter(holds) } : option))
        .filter((option) => (option.items ? option.items.length : holds(option)))
        .slice(0, limit);
    },
    counted: ({ option }, { field }) => window.React.createElement("span", { className: "option" },
      window.React.createElement("span", null, option.label),
      window.React.createElement("span", { className: "option-count" }, window.dramatis.counts.of(field, option.value).toLocaleString("en"))),
  });

  let offeredOf = null;
  window.dramatis.story.watch((state) => {
    if (offeredOf !== state.story) {
      offeredOf = state.story;
      for (const field of OFFERING) offer(field, "");
    }
    tick(state);
    window.dramatis.story.afterPaint(follow); // Dash's way takes longer than all else together
  });

  window.dramatis.filtering = { clear, unfold, tick: () => tick(now()) };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    loadStory: () => {
      window.dramatis.story.load();
      return keep();
    },
    takeControls: () => {
      for (const { prop_id: prop, value } of window.dash_clientside.callback_context.triggered) {
        take(prop.slice(controlOf("").length, -".value".length), value);
      }
      return keep();
    },
    refillFields: () => {
      requestAnimationFrame(refill);
      return keep();
    },
    clearFilters: () => {
      ask({});
      return keep();
    },
    offerActors: (search) => offerLater("actors", search),
    offerSpeakers: (search) => offerLater("speakers", search),
  });
})();
