/* What is told of the filters: counts beside the choices, chips above the canvas, and what the search boxes offer. */
(() => {
  "use strict";
  const OFFERED = 50;
  const SETTLED = 1000;
  const EMPTY = { text: "", min_sentences: "1", min_articles: "1", min_confidence: "0", min_importance: "0",
    "published.first": null, "published.last": null, "happened.first": null, "happened.last": null };
  const PERIODS = ["published", "happened"];
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keep = () => window.dash_clientside.no_update;
  const controlOf = (field) => `filter-${field.replace(/[._]/g, "-")}`;
  const now = () => window.dramatis.story.now();

  /* --- From the controls to the filters --- */

  /* Return the filters that restrict something, from the values of the controls by their ids. */
  function readControls(controls) {
    const filters = {};
    const put = (field, value) => { if (value) filters[field] = value; };
    for (const { id, value } of controls) {
      const name = id.slice("filter-".length).replace("-", ".");
      const [first, last] = name.split(".");
      if (PERIODS.includes(first)) {
        if (value) filters[first] = { first: "", last: "", ...filters[first], [last]: value };
      } else if (first === "min") {
        const field = `min_${last}`;
        put(field, value && value !== EMPTY[field] ? Number(value) : 0);
      } else {
        put(name, Array.isArray(value) ? value.length && value : (value || "").trim());
      }
    }
    return filters;
  }

  /* Take a choice out of a field, or with no choice all of the field; shown at once, so that quick keys find the next chip. */
  function clear(field, choice) {
    const { [field]: before, ...filters } = now().filters;
    const kept = Array.isArray(before) && choice !== undefined ? before.filter((id) => id !== choice) : [];
    if (kept.length) filters[field] = kept;
    window.dramatis.story.ask(filters);
    if (PERIODS.includes(field)) {
      for (const end of ["first", "last"]) tell(controlOf(`${field}.${end}`), { value: null });
    } else {
      tell(controlOf(field), { value: EMPTY[field] ?? kept });
    }
  }

  /* Ask for other filters, whatever the controls say, and bring these to it. */
  function set(filters) {
    const { filters: former } = now();
    window.dramatis.story.ask(filters);
    const isOther = (field) => JSON.stringify(filters[field]) !== JSON.stringify(former[field]);
    for (const field of new Set([...Object.keys(former), ...Object.keys(filters)])) {
      if (!isOther(field)) continue;
      const value = filters[field];
      if (PERIODS.includes(field)) {
        for (const end of ["first", "last"]) tell(controlOf(`${field}.${end}`), { value: value?.[end] || null });
      } else if (field in EMPTY) {
        tell(controlOf(field), { value: value === undefined ? EMPTY[field] : String(value) });
      } else {
        if (["actors", "speakers"].includes(field)) offer(field, "");
        tell(controlOf(field), { value: value || [] });
      }
    }
  }

  /* A box is ticked by the browser itself, and what follows is shown at once. The page is told of it when that is painted:
     its own way round from a click to a changed filter takes longer than all else together. */
  document.addEventListener("click", (event) => {
    const box = event.target;
    if (!box.matches?.(".choice input")) return;
    event.stopPropagation();
    const { field, choice } = box.closest(".choice").querySelector(".choice-count").dataset;
    const { [field]: before = [], ...filters } = now().filters;
    const value = box.type === "radio" ? choice : before.filter((id) => id !== choice).concat(box.checked ? choice : []);
    if (box.type === "checkbox" && value.length) filters[field] = value;
    if (box.type === "radio" && value !== EMPTY[field]) filters[field] = Number(value);
    window.dramatis.story.ask(filters);
    window.dramatis.story.afterPaint(() => tell(controlOf(field), { value }));
  }, true);

  /* The boxes follow the filters, whoever has changed them. */
  function tick({ filters }) {
    for (const box of document.querySelectorAll(".plain-choice input")) {
      const { field, choice } = box.closest(".choice").querySelector(".choice-count").dataset;
      box.checked = box.type === "radio" ? String(filters[field] ?? EMPTY[field]) === choice : (filters[field] || []).includes(choice);
    }
  }

  document.addEventListener("filled", ({ target }) => {
    if (!target.closest("#filter-fields")) return;
    writeCounts();
    tick(now());
  }, true);

  /* --- Counts --- */
  let places = {}; // field -> choice -> its place in the columns
  let placesOf = null;

  function readPlaces(story) {
    placesOf = story;
    const { choices, steps } = story;
    const lists = Object.entries({ ...choices, ...steps });
    places = Object.fromEntries(lists.map(([field, list]) => [field, new Map(list.map((id, at) => [String(id), at]))]));
  }

  const countOf = (field, choice) => now().found?.counts[field][places[field].get(choice)] ?? 0;

  function write(element, words) {
    if (element.textContent !== words) element.textContent = words;
  }

  function writeCounts() {
    for (const place of document.querySelectorAll(".choice-count")) {
      write(place, countOf(place.dataset.field, place.dataset.choice).toLocaleString("en"));
    }
  }

  function writeCount({ found, story }) {
    const line = document.getElementById("count");
    const parts = [[found.actorCount, story.actors.id, "actors"], [found.relationCount, story.relations.ids, "relations"]];
    line.replaceChildren(...parts.map(([count, all, noun]) => {
      const part = document.createElement("span");
      const number = document.createElement("strong");
      number.textContent = count.toLocaleString("en");
      part.append(number, ` of ${all.length.toLocaleString("en")} ${noun}`);
      return part;
    }));
  }

  /* --- Chips --- */
  const dayWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

  function periodWords(field, { first, last }) {
    const [from, until] = [first, last].map((iso) => iso && dayWords.format(new Date(iso)));
    if (first && first === last) return `${field} on ${from}`;
    if (!last) return `${field} since ${from}`;
    return first ? `${field} ${from} – ${until}` : `${field} until ${until}`;
  }

  function wordsOf({ words, actors }, field, choice) {
    const at = places[field].get(String(choice));
    if (field === "actors") return `with ${actors.name[at] ?? choice}`;
    return words[field][at] ?? `${field.replace("min_", "")}: ${choice}`;
  }

  /* Return the active filters as [field, choice, words], one for each choice. */
  function readChips({ story, filters }) {
    return Object.entries(filters).flatMap(([field, value]) => {
      if (field === "text") return [[field, "", `“${value}”`]];
      if (PERIODS.includes(field)) return [[field, "", periodWords(field, value)]];
      return [value].flat().map((choice) => [field, String(choice), wordsOf(story, field, choice)]);
    });
  }

  function makeChip(field, choice, words) {
    const chip = document.createElement("button");
    chip.className = "filter-chip";
    chip.dataset.clear = field;
    if (choice) chip.dataset.choice = choice;
    chip.title = "Remove this filter (Delete)";
    const sign = document.createElement("span");
    sign.className = "icon icon-close";
    sign.setAttribute("aria-hidden", "true");
    chip.append(words, sign);
    chip.setAttribute("aria-label", `Remove the filter: ${words}`);
    const item = document.createElement("li");
    item.dataset.key = JSON.stringify([field, choice, words]);
    item.append(chip);
    return item;
  }

  /* Chips that stay keep their elements, and thus the focus; where a chip goes that has it, the next one takes it. */
  function writeChips(state) {
    const list = document.getElementById("filter-chips");
    const wanted = new Map(readChips(state).map((chip) => [JSON.stringify(chip), chip]));
    const former = [...list.children];
    const at = former.findIndex((item) => item.contains(document.activeElement));
    const kept = new Map(former.map((item) => [item.dataset.key, item]));
    for (const item of former) if (!wanted.has(item.dataset.key)) item.remove();
    for (const [key, chip] of wanted) if (!kept.has(key)) list.append(makeChip(...chip));
    document.querySelector(".asked").classList.toggle("active", wanted.size > 0);
    if (at < 0 || list.contains(document.activeElement)) return;
    const next = list.children[Math.min(at, list.children.length - 1)];
    (next ? next.firstChild : document.getElementById("filter-text")).focus();
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-clear]");
    if (target) clear(target.dataset.clear, target.dataset.choice);
  });
  document.addEventListener("keydown", (event) => {
    if ((event.key === "Delete" || event.key === "Backspace") && event.target.matches(".filter-chip")) {
      event.preventDefault();
      event.target.click();
    }
  });

  /* --- What the boxes offer that look for names --- */
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
      window.React.createElement("span", { className: "option-count" }, countOf(field, option.value).toLocaleString("en"))),
  });

  /* --- On the canvas --- */
  let isSifted = false;

  function showOnCanvas({ story, filters, found }) {
    const wasSifted = isSifted;
    isSifted = Object.keys(filters).length > 0;
    if (!isSifted && !wasSifted) return;
    const among = (mask, rows) => ({ has: (id) => mask[rows.get(id)] === 1 }); // sets of 40,000 ids take longer to make
    const [actors, relations] = [among(found.actors, story.actors.rows), among(found.relations, story.relations.rows)];
    window.dramatis.canvas.show(isSifted ? { actors, relations } : null);
  }

  window.dramatis.story.watch((state) => {
    if (placesOf !== state.story) {
      readPlaces(state.story);
      for (const field of ["actors", "speakers"]) offer(field, "");
    }
    showOnCanvas(state);
    writeCounts();
    writeCount(state);
    tick(state);
    writeChips(state);
  });

  window.dramatis.counts = writeCounts;
  window.dramatis.filtering = { set };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    loadStory: () => {
      window.dramatis.story.load();
      return keep();
    },
    gatherFilters: () => {
      const { inputs_list: controls } = window.dash_clientside.callback_context;
      if (!now().story) window.dramatis.story.load();
      window.dramatis.story.ask(readControls(controls));
      return keep();
    },
    recount: () => {
      requestAnimationFrame(() => { if (now().found) writeCounts(now()); });
      return keep();
    },
    clearFilters: () => {
      Object.keys(now().filters).forEach((field) => clear(field));
      return keep();
    },
    setOthers: (others) => {
      document.querySelector(".figure").classList.toggle("others-dimmed", others === "dim");
      return keep();
    },
    offerActors: (search) => offerLater("actors", search),
    offerSpeakers: (search) => offerLater("speakers", search),
  });
})();
