/* A graph in one file: filters, and the sentences of what is picked. All words are put in as text. */
(() => {
  "use strict";
  const { actors, relations, statuses } = JSON.parse(document.getElementById("data").textContent);
  const actorOf = new Map(actors.map((actor) => [actor.id, actor]));
  const relationOf = new Map(relations.map((relation) => [relation.id, relation]));
  const marks = [...document.querySelectorAll("[data-mark]")];
  const told = document.getElementById("told");
  const count = document.getElementById("count");
  const search = document.getElementById("search");
  const chosen = { kind: new Set(), family: new Set(), status: new Set() };
  let shown = new Set();
  let picked = "";

  function make(tag, words, ...parts) {
    const element = document.createElement(tag);
    if (words) element.textContent = words;
    element.append(...parts.filter(Boolean));
    return element;
  }

  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const passes = (field, value) => !chosen[field].size || chosen[field].has(value);

  /* --- Filters --- */
  function narrow() {
    const looked = fold(search.value.trim());
    const isNamed = ({ name }) => fold(name).includes(looked);
    const isTold = ({ claims }) => claims.some(({ sentence }) => fold(sentence).includes(looked));
    const kept = relations.filter((relation) => {
      const ends = [actorOf.get(relation.source), actorOf.get(relation.target)];
      return ends.every(({ kind }) => passes("kind", kind)) && passes("family", relation.family)
        && passes("status", relation.status) && (!looked || ends.some(isNamed) || isTold(relation));
    });
    const alone = chosen.family.size || chosen.status.size ? []
      : actors.filter((actor) => passes("kind", actor.kind) && (!looked || isNamed(actor)));
    const named = new Set([...kept.flatMap(({ source, target }) => [source, target]), ...alone.map(({ id }) => id)]);
    shown = new Set([...kept.map(({ id }) => id), ...named]);
    count.textContent = `${named.size} of ${actors.length} actors, ${kept.length} of ${relations.length} relations`;
    if (picked && !shown.has(picked)) picked = "";
    paint();
  }

  function addChoices(field, title, values) {
    const group = make("fieldset", "", make("legend", title));
    for (const [value, words] of values) {
      const box = make("input");
      box.type = "checkbox";
      box.addEventListener("change", () => {
        chosen[field][box.checked ? "add" : "delete"](value);
        narrow();
      });
      const amount = (field === "kind" ? actors : relations).filter((one) => one[field] === value).length;
      if (!amount) continue;
      const label = make("label", "", box, make("span", words), make("span", String(amount)));
      label.className = "choice";
      group.append(label);
    }
    document.getElementById("choices").append(group);
  }

  /* --- What is picked --- */
  function standing() {
    const relation = relationOf.get(picked);
    if (relation) return new Set([picked, relation.source, relation.target]);
    const ties = tiesOf(picked);
    return new Set([picked, ...ties.flatMap(({ id, source, target }) => [id, source, target])]);
  }

  const tiesOf = (id) => relations.filter((one) => shown.has(one.id) && [one.source, one.target].includes(id));

  function paint() {
    const strong = picked ? standing() : new Set();
    document.querySelector("main").classList.toggle("focused", strong.size > 0);
    for (const mark of marks) {
      mark.classList.toggle("gone", !shown.has(mark.dataset.mark));
      mark.classList.toggle("strong", strong.has(mark.dataset.mark));
    }
    const relation = relationOf.get(picked);
    if (relation) told.replaceChildren(...tellRelation(relation));
    else if (picked) told.replaceChildren(...tellActor(actorOf.get(picked)));
    else told.replaceChildren(...tellAll());
  }

  function pick(id) {
    picked = id;
    paint();
    told.scrollTo({ top: 0 });
  }

  function button(words, id) {
    const element = make("button", words);
    element.type = "button";
    element.addEventListener("click", () => pick(id));
    return element;
  }

  function row(relation) {
    const [source, target] = [actorOf.get(relation.source).name, actorOf.get(relation.target).name];
    const element = button("", relation.id);
    element.append(`${source} `, make("em", relation.label), ` ${target}`);
    if (relation.status !== "asserted") element.append(make("em", ` (${statuses[relation.status]})`));
    return make("li", "", element);
  }

  function list(title, ties) {
    const rows = [...ties].sort((one, other) => other.claims.length - one.claims.length).map(row);
    return [make("h3", `${title} (${ties.length})`), make("ul", "", ...rows)];
  }

  function back() {
    const element = button("Show all", "");
    element.className = "plain";
    return element;
  }

  const tellAll = () => [make("h2", "Every line is a claim"), make("p", "Pick one in the drawing or here to read its sentences."),
    ...list("Relations", relations.filter(({ id }) => shown.has(id)))];
  const tellActor = (actor) => [back(), make("h2", actor.name), make("p", [actor.kind, ...actor.roles].join(", ")),
    ...list("Relations", tiesOf(actor.id))];

  function tellRelation(relation) {
    const [source, target] = [actorOf.get(relation.source), actorOf.get(relation.target)];
    return [back(), make("h2", `${source.name} ${relation.label} ${target.name}`),
      make("p", "", button(source.name, source.id), " · ", button(target.name, target.id)), ...relation.claims.map(tellClaim)];
  }

  function tellClaim({ sentence, marks: parts, status, speaker, when, title, author, outlet, published, url }) {
    const quote = make("blockquote");
    let at = 0;
    for (const [start, end, role] of parts) {
      const marked = make("mark", sentence.slice(start, end));
      marked.className = role;
      quote.append(sentence.slice(at, start), marked);
      at = end;
    }
    quote.append(sentence.slice(at));
    const said = make("p", [statuses[status], speaker && `said by ${speaker}`, when].filter(Boolean).join(" · "));
    said.className = "status";
    const from = make("footer", [title, author, outlet, published].filter(Boolean).join(", "));
    if (/^https?:\/\//.test(url || "")) {
      const link = make("a", "source");
      [link.href, link.rel, link.target] = [url, "noopener noreferrer", "_blank"];
      from.append(" ", link);
    }
    return make("article", "", said, quote, from);
  }

  document.querySelector("main").addEventListener("click", (event) => {
    pick(event.target.closest("[data-mark]")?.dataset.mark || "");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pick("");
  });
  search.addEventListener("input", narrow);
  const values = (field, from) => [...new Set(from.map((one) => one[field]))].sort().map((value) => [value, value]);
  addChoices("kind", "Actors", values("kind", actors));
  addChoices("family", "Relations", values("family", relations));
  addChoices("status", "Status", Object.entries(statuses));
  narrow();
})();
