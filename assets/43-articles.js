/* The articles among the filters: each with a box to tick, its count and a button to open it. The browser makes them from
   the story, as there may be hundreds: the first of those that are looked for, those that are ticked before all others. */
(() => {
  "use strict";
  const SHOWN = 60;
  const WITHOUT_SEARCH = 12;
  const { make } = window.dramatis.parts;
  const element = (id) => document.getElementById(id);
  let story = null;
  let looked = "";
  let shown = SHOWN;

  const dated = (first, last) => (Number.isFinite(first) ? window.dramatis.dates.stretchWords(first, last) : "");

  /* Return the rows of the articles that are looked for: the ticked ones first, then by date. */
  function wanted(ticked) {
    const { choices: { articles: ids }, words: { articles: titles, authors }, articles: { first } } = story;
    const rank = (row) => (ticked.has(ids[row]) ? 0 : 1);
    return ids.map((id, row) => row)
      .filter((row) => rank(row) === 0 || !looked || window.dramatis.fold(`${titles[row]} ${authors[row]}`).includes(looked))
      .sort((one, other) => rank(one) - rank(other) || first[one] - first[other] || (titles[one] < titles[other] ? -1 : 1));
  }

  function makeLine(row, ticked) {
    const { choices: { articles: ids, outlets }, words: { articles: titles, authors }, articles: { outlet, first, last } } = story;
    const [id, title] = [ids[row], titles[row]];
    const source = [authors[row], outlets[outlet[row]], dated(first[row], last[row])].filter(Boolean).join(" · ");
    const box = make("input", "", { type: "checkbox" });
    box.checked = ticked.has(id);
    const told = make("span", "", {}, make("span", "article-title", {}, title), make("span", "article-line", {}, source));
    const count = make("span", "choice-count", { "data-field": "articles", "data-choice": id });
    const open = make("button", "plain-icon", { "data-read": id, title: "Open the article", "aria-label": `Open the article ${title}` },
      make("span", "icon icon-open"));
    const label = make("label", "plain-choice", {}, box, make("span", "choice-label", {}, told, count));
    return make("div", "choice-line", {}, make("div", "choice", {}, label), open);
  }

  /* Write the list anew; a box that has the focus keeps it. */
  function write() {
    const list = element("article-choices");
    if (!list || !story) return;
    const { filters } = window.dramatis.story.now();
    const ticked = new Set(filters.articles);
    const focused = document.activeElement.closest?.(".choice-line")?.querySelector(".choice-count")?.dataset.choice;
    const rows = wanted(ticked);
    const lines = rows.slice(0, Math.max(shown, ticked.size)).map((row) => makeLine(row, ticked));
    const rest = rows.length - lines.length;
    if (rest > 0) {
      const more = make("button", "text-button", { "data-more-articles": "" }, `Show ${Math.min(rest, SHOWN)} more of ${rows.length.toLocaleString("en")} articles`);
      lines.push(more);
    }
    if (!rows.length) lines.push(make("p", "quiet", {}, "No article of that title or author"));
    list.replaceChildren(...lines);
    element("find-article").closest(".find-article").hidden = story.choices.articles.length <= WITHOUT_SEARCH;
    window.dramatis.counts.write();
    const again = [...list.querySelectorAll(".choice-count")].find(({ dataset }) => dataset.choice === focused);
    again?.closest(".choice-line").querySelector("input").focus();
  }

  window.dramatis.story.watch((state) => {
    if (story === state.story) return;
    story = state.story;
    write();
  });

  document.addEventListener("input", (event) => {
    if (event.target.id !== "find-article") return;
    looked = window.dramatis.fold(event.target.value);
    shown = SHOWN;
    write();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-more-articles]")) return;
    const before = element("article-choices").querySelectorAll("input").length;
    shown += SHOWN;
    write();
    element("article-choices").querySelectorAll("input")[before]?.focus();
  });

  document.addEventListener("fields", write);
})();
