/* The choices of a period among the filters: the days, weeks, months or years that the story holds, each with its count, and two
   dates for any other. */
(() => {
  "use strict";
  const { make } = window.dramatis.parts;
  let story = null;

  function makeChoice(field, choice, words) {
    const box = make("input", "", { type: "radio", name: field });
    const count = make("span", "choice-count", { "data-field": field, "data-choice": choice });
    const label = make("span", "choice-label", {}, make("span", "", {}, words), count);
    return make("div", "choice", {}, make("label", "plain-choice", {}, box, label));
  }

  function makeDate(field, end, words, whole) {
    const date = make("input", "date-input", { type: "date", "data-period": field, "data-end": end, ...whole });
    date.setAttribute("aria-label", `${field[0].toUpperCase()}${field.slice(1)} ${words}`);
    return make("label", "date-end", {}, make("span", "", {}, words), date);
  }

  function write(field) {
    const place = document.getElementById(`${field}-choices`);
    if (!place || !story) return;
    const { dayOf, stretchWords } = window.dramatis.dates;
    const inWords = (choice) => (choice ? stretchWords(...choice.split("..").map(dayOf)) : "Any time");
    const offered = story.choices[field];
    const whole = { min: place.dataset.first, max: place.dataset.last };
    place.replaceChildren(
      ...(offered.length > 1 ? [make("div", "periods", {}, ...offered.map((choice) => makeChoice(field, choice, inWords(choice))))] : []),
      make("div", "period", {}, makeDate(field, "first", "from", whole), makeDate(field, "last", "until", whole)),
      make("p", "period-count quiet", { "data-period-count": field }),
    );
  }

  function writeAll() {
    for (const field of ["published", "happened"]) write(field);
    window.dramatis.counts.write();
    window.dramatis.filtering.tick();
  }

  window.dramatis.story.watch((state) => {
    if (story === state.story) return;
    story = state.story;
    writeAll();
  });
  document.addEventListener("fields", writeAll);
})();
