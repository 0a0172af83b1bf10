/* What is told of the filters: counts beside the choices, chips above the canvas, and what passes on the canvas. */
(() => {
  "use strict";
  const PERIODS = ["published", "happened"];
  const keep = () => window.dash_clientside.no_update;
  const now = () => window.dramatis.story.now();

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
  function periodWords(field, { first, last }) {
    const { dayOf, fullWords, stretchWords } = window.dramatis.dates;
    if (first && first === last) return `${field} on ${fullWords(dayOf(first))}`;
    if (!last) return `${field} since ${fullWords(dayOf(first))}`;
    return first ? `${field} ${stretchWords(dayOf(first), dayOf(last))}` : `${field} until ${fullWords(dayOf(last))}`;
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
    if (at < 0) {
      requestAnimationFrame(window.dramatis.foldChips); // when all is laid out anyway
      return;
    }
    window.dramatis.foldChips();
    if (list.contains(document.activeElement)) return;
    const next = list.children[Math.min(at, list.children.length - 1)];
    (next ? next.firstChild : document.getElementById("filter-text")).focus();
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-clear]");
    if (target) window.dramatis.filtering.clear(target.dataset.clear, target.dataset.choice);
  });
  document.addEventListener("keydown", (event) => {
    if ((event.key === "Delete" || event.key === "Backspace") && event.target.matches(".filter-chip")) {
      event.preventDefault();
      event.target.click();
    }
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
    if (placesOf !== state.story) readPlaces(state.story);
    showOnCanvas(state);
    writeCounts();
    writeCount(state);
    writeChips(state);
  });

  window.dramatis.counts = { of: countOf, write: writeCounts };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    setOthers: (others) => {
      document.querySelector(".figure").classList.toggle("others-dimmed", others === "dim");
      return keep();
    },
  });
})();
