/* What passes the filters, found in the browser: the rules of graph/filters.py on the columns of graph/columns.py. Pure
   functions; tests/browser/test_narrow.py holds them against graph/tables.py. */
(() => {
  "use strict";
  const CLAIM_FIELDS = ["statuses", "speakers", "articles", "outlets"];
  const CLOCKS = ["published", "happened"];
  const OF_RELATIONS = ["families", "types", "statuses", "speakers"];
  // A bit for each field that a relation or a claim can fail; a choice counts what fails in its own field at most.
  const BIT = Object.fromEntries(
    ["kinds", "actors", "families", "types", "statuses", "speakers", "articles", "outlets", "published", "happened",
      "min_confidence", "min_importance"].map((field, at) => [field, 1 << at]),
  );

  /* --- The story --- */

  /* Return the columns as they come from the server in the arrays that filters work on. */
  function readStory(columns) {
    const { keys, choices, steps, words, types, actors, relations, claims, articles, appearances, sentences } = columns;
    const starts = new Int32Array(relations.claims.length + 1);
    relations.claims.forEach((count, row) => { starts[row + 1] = starts[row] + count; });
    const ids = relations.type.map((type, row) => (
      [actors.id[relations.source[row]], choices.types[type], actors.id[relations.target[row]]].join(">")
    ));
    const story = {
      choices: { ...choices, actors: actors.id }, keys, steps, words, types, sentences,
      actors: { ...actors, kind: Int32Array.from(actors.kind), importance: Float64Array.from(actors.importance),
        rows: rowsOf(actors.id) },
      relations: { ...whole(relations), ids, starts, rows: rowsOf(ids) },
      claims: { ...whole(claims), ...days(claims), confidence: Float64Array.from(claims.confidence),
        outlet: Int32Array.from(claims.article, (article) => articles.outlet[article]),
        report: Int32Array.from(claims.article, (article) => articles.report[article]) },
      articles: { ...whole(articles), ...days(articles) },
      appearances: whole(appearances),
    };
    const periods = CLOCKS.map((clock) => [clock, window.dramatis.dates.periodsOf(story, clock)]);
    story.periods = Object.fromEntries(periods);
    for (const [clock, { choices: offered }] of periods) story.choices[clock] = offered;
    return story;
  }

  const rowsOf = (ids) => new Map(ids.map((id, row) => [id, row]));

  const whole = (columns) => (
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Int32Array.from(column)]))
  );

  const days = ({ first, last }) => ({ // what has no date begins after and ends before all days
    first: Float64Array.from(first, (day) => day ?? Infinity),
    last: Float64Array.from(last, (day) => day ?? -Infinity),
  });

  /* Return text as searches compare it; the twin of fold in graph/filters.py. */
  function fold(text) {
    const plain = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').normalize("NFKD");
    const small = Array.from(plain, (letter) => (
      letter === "ı" ? letter : letter.toLowerCase().toUpperCase().toLowerCase() // ẞ, ß and SS are all ss
    )).join("");
    return small.replace(/\p{M}|\p{Cs}/gu, "").split(/(?:[^\S\uFEFF]|[\x1c-\x1f\x85])+/).filter(Boolean).join(" ");
  }

  /* --- What is asked --- */

  /* Return the filters as masks over choices, actors and sentences; null where a field restricts nothing. */
  function readAsked(story, filters) {
    const text = fold(filters.text || "");
    const among = (field) => {
      const chosen = new Set(filters[field]);
      return chosen.size ? Uint8Array.from(story.choices[field], (id) => chosen.has(id)) : null;
    };
    const fields = ["kinds", "actors", "families", "types", ...CLAIM_FIELDS];
    return {
      ...Object.fromEntries(fields.map((field) => [field, among(field)])),
      published: period(filters.published), happened: period(filters.happened),
      min_sentences: filters.min_sentences || 1, min_articles: filters.min_articles || 1,
      min_confidence: filters.min_confidence || 0, min_importance: filters.min_importance || 0,
      named: holding(story.actors.text, text), told: holding(story.sentences, text),
    };
  }

  const dayOf = (iso) => Date.parse(iso) / 86400000;

  function period(asked) {
    if (!asked?.first && !asked?.last) return null;
    return { first: asked.first ? dayOf(asked.first) : -1e9, last: asked.last ? dayOf(asked.last) : 1e9 };
  }

  function holding(texts, text) {
    const mask = new Uint8Array(texts.length);
    if (!text) return mask.fill(1);
    for (let row = 0; row < texts.length; row += 1) if (texts[row].includes(text)) mask[row] = 1;
    return mask;
  }

  const isWithin = (asked, rows, at) => !asked || (rows.first[at] <= asked.last && rows.last[at] >= asked.first);

  /* --- What passes --- */

  /* Return what of a story passes the filters: a 1 for each actor, relation and claim that is shown, how many sentences
     tell of each relation, the numbers of both, and for each field and choice how many relations (for kinds: actors) that choice
     alone would show. */
  function narrow(story, filters) {
    const asked = readAsked(story, filters);
    const seen = {
      actors: new Uint8Array(story.actors.id.length), relations: new Uint8Array(story.relations.ids.length),
      claims: new Uint8Array(story.claims.sentence.length), weights: new Int32Array(story.relations.ids.length), counts: emptyCounts(story),
      ofOwnKind: new Uint8Array(story.actors.id.length),
    };
    const counter = new Counter(story, asked, seen.counts);
    for (let row = 0; row < seen.relations.length; row += 1) weigh(story, asked, row, counter, seen);
    addActors(story, asked, filters, seen);
    const { actors, relations, claims, weights, counts } = seen;
    return { actors, relations, claims, weights, counts, actorCount: sum(actors), relationCount: sum(relations) };
  }

  const sum = (mask) => mask.reduce((total, one) => total + one, 0);

  function emptyCounts({ choices, steps }) {
    const lists = { ...choices, ...steps };
    return Object.fromEntries(Object.entries(lists).map(([field, list]) => [field, new Int32Array(list.length)]));
  }

  /* Return the fields that a relation fails by its actors and its type. */
  function relationFails({ actors, relations }, asked, row) {
    const [source, target] = [relations.source[row], relations.target[row]];
    let fails = 0;
    if (asked.kinds && !(asked.kinds[actors.kind[source]] && asked.kinds[actors.kind[target]])) fails |= BIT.kinds;
    if (asked.actors && !(asked.actors[source] || asked.actors[target])) fails |= BIT.actors;
    if (asked.families && !asked.families[relations.family[row]]) fails |= BIT.families;
    if (asked.types && !asked.types[relations.type[row]]) fails |= BIT.types;
    if (Math.min(actors.importance[source], actors.importance[target]) < asked.min_importance) fails |= BIT.min_importance;
    return fails;
  }

  /* Return the fields that a claim fails by itself. */
  function claimFails({ claims, articles }, asked, at) {
    let fails = 0;
    if (asked.statuses && !asked.statuses[claims.status[at]]) fails |= BIT.statuses;
    if (asked.speakers && !asked.speakers[claims.speaker[at]]) fails |= BIT.speakers;
    if (asked.articles && !asked.articles[claims.article[at]]) fails |= BIT.articles;
    if (asked.outlets && !asked.outlets[claims.outlet[at]]) fails |= BIT.outlets;
    if (!isWithin(asked.published, articles, claims.article[at])) fails |= BIT.published;
    if (!isWithin(asked.happened, claims, at)) fails |= BIT.happened;
    if (claims.confidence[at] < asked.min_confidence) fails |= BIT.min_confidence;
    return fails;
  }

  const isOneBit = (bits) => (bits & (bits - 1)) === 0;

  /* Find whether one relation is shown, and which choices would show it. */
  function weigh(story, asked, row, counter, seen) {
    const { actors, relations } = story;
    const failed = relationFails(story, asked, row);
    if (!isOneBit(failed)) return;
    const [source, target] = [relations.source[row], relations.target[row]];
    counter.read(row, asked.named[source] || asked.named[target], !failed);
    const { counts } = seen;
    if (counter.isReached()) {
      const failsNoOther = (field) => !(failed & ~BIT[field]);
      if (failsNoOther("families")) counts.families[relations.family[row]] += 1;
      if (failsNoOther("types")) counts.types[relations.type[row]] += 1;
      if (failsNoOther("actors")) {
        counts.actors[source] += 1;
        if (target !== source) counts.actors[target] += 1;
      }
      if (failsNoOther("kinds") && actors.kind[source] === actors.kind[target]) {
        seen.ofOwnKind[source] = seen.ofOwnKind[target] = 1;
      }
      if (failsNoOther("min_importance")) {
        countSteps(story, counts, "min_importance", Math.min(actors.importance[source], actors.importance[target]));
      }
      if (!failed) {
        seen.relations[row] = seen.actors[source] = seen.actors[target] = 1;
        seen.weights[row] = counter.sentences;
        for (const at of counter.passing) seen.claims[at] = 1;
      }
    }
    if (!failed) counter.countLeast(story);
  }

  function countSteps({ steps }, counts, field, value) {
    steps[field].forEach((step, at) => { if (value >= step) counts[field][at] += 1; });
  }

  /* Counts the sentences and reports of one relation's passing claims, and of those that single choices would let pass.
     The claims of a report and of a sentence stand together, so that a change of either is a new one. */
  class Counter {
    constructor(story, asked, counts) {
      Object.assign(this, { story, asked, counts });
      this.main = new Tally(1);
      this.byField = CLAIM_FIELDS.map((field) => [field, BIT[field], new Tally(story.choices[field].length),
        story.claims[{ statuses: "status", speakers: "speaker", articles: "article", outlets: "outlet" }[field]]]);
      this.bySteps = new Tally(story.steps.min_confidence.length);
      this.byClock = CLOCKS.map((clock) => [clock, BIT[clock], new Tally(story.choices[clock].length), story.periods[clock]]);
    }

    /* Read the claims of a relation; `fully` counts the choices of claims too. */
    read(row, isNamed, fully) {
      const { claims, relations, steps } = this.story;
      const { starts } = relations;
      this.passing = [];
      this.main.begin();
      this.bySteps.begin();
      for (const [, , tally] of [...this.byField, ...this.byClock]) tally.begin();
      for (let at = starts[row]; at < starts[row + 1]; at += 1) {
        const failed = claimFails(this.story, this.asked, at);
        if (!isOneBit(failed)) continue;
        const [sentence, report] = [claims.sentence[at], claims.report[at]];
        const told = isNamed || this.asked.told[sentence];
        if (!failed) {
          this.passing.push(at);
          this.main.add(0, sentence, report, told);
        }
        if (!fully) continue;
        for (const [, bit, tally, column] of this.byField) {
          if (!(failed & ~bit) && column[at] >= 0) tally.add(column[at], sentence, report, told);
        }
        for (const [, bit, tally, { from, until }] of this.byClock) {
          if (failed & ~bit) continue;
          tally.add(0, sentence, report, told); // at any time
          for (let choice = from[at]; choice < until[at]; choice += 1) tally.add(choice, sentence, report, told);
        }
        if (failed & ~BIT.min_confidence) continue;
        steps.min_confidence.forEach((step, choice) => {
          if (claims.confidence[at] >= step) this.bySteps.add(choice, sentence, report, told);
        });
      }
      for (const [field, , tally] of [...this.byField, ...this.byClock]) tally.reached(this.asked, this.counts[field]);
      this.bySteps.reached(this.asked, this.counts.min_confidence);
    }

    get sentences() {
      return this.main.sentences[0];
    }

    isReached() {
      return this.main.isReached(0, this.asked.min_sentences, this.asked.min_articles);
    }

    /* Count the steps of both least numbers that the relation just read reaches. */
    countLeast({ steps }) {
      const { min_sentences: sentences, min_articles: articles } = this.asked;
      steps.min_sentences.forEach((step, at) => {
        if (this.main.isReached(0, step, articles)) this.counts.min_sentences[at] += 1;
      });
      steps.min_articles.forEach((step, at) => {
        if (this.main.isReached(0, sentences, step)) this.counts.min_articles[at] += 1;
      });
    }
  }

  /* How many different sentences and reports (articles that are no copies of one another) came for each of several choices, one relation after the other. */
  class Tally {
    constructor(size) {
      this.sentences = new Int32Array(size);
      this.reports = new Int32Array(size);
      this.told = new Uint8Array(size);
      this.lastSentence = new Int32Array(size);
      this.lastReport = new Int32Array(size);
      this.touched = [];
    }

    begin() {
      for (const choice of this.touched) this.sentences[choice] = this.reports[choice] = this.told[choice] = 0;
      this.touched.length = 0;
    }

    add(choice, sentence, report, told) {
      const isNew = this.sentences[choice] === 0;
      if (isNew) this.touched.push(choice);
      if (isNew || this.lastSentence[choice] !== sentence) this.sentences[choice] += 1;
      if (isNew || this.lastReport[choice] !== report) this.reports[choice] += 1;
      this.lastSentence[choice] = sentence;
      this.lastReport[choice] = report;
      if (told) this.told[choice] = 1;
    }

    isReached(choice, sentences, articles) {
      return Boolean(this.told[choice]) && this.sentences[choice] >= sentences && this.reports[choice] >= articles;
    }

    reached({ min_sentences: sentences, min_articles: articles }, counts) {
      for (const choice of this.touched) if (this.isReached(choice, sentences, articles)) counts[choice] += 1;
    }
  }

  /* Add the actors that pass without a relation, and count the kinds. */
  function addActors(story, asked, filters, seen) {
    const { kind, importance } = story.actors;
    const speaksOfRelations = OF_RELATIONS.some((field) => asked[field]) || asked.happened
      || asked.min_sentences > 1 || asked.min_articles > 1 || asked.min_confidence > 0;
    const mentioned = speaksOfRelations ? null : findMentioned(story, asked);
    for (let row = 0; row < kind.length; row += 1) {
      const alone = !speaksOfRelations && asked.named[row] && importance[row] >= asked.min_importance
        && (!asked.actors || asked.actors[row]) && mentioned[row];
      if (alone || seen.ofOwnKind[row]) seen.counts.kinds[kind[row]] += 1;
      if (alone && (!asked.kinds || asked.kinds[kind[row]])) seen.actors[row] = 1;
    }
  }

  /* Return a 1 for each actor that an article mentions that passes. */
  function findMentioned({ actors, articles, appearances }, asked) {
    const isAsked = asked.articles || asked.outlets || asked.published;
    const mask = new Uint8Array(actors.id.length).fill(isAsked ? 0 : 1);
    if (!isAsked) return mask;
    const passing = Uint8Array.from(articles.outlet, (outlet, row) => (
      (!asked.articles || asked.articles[row]) && (!asked.outlets || asked.outlets[outlet])
        && isWithin(asked.published, articles, row)
    ));
    appearances.actor.forEach((actor, at) => { if (passing[appearances.article[at]]) mask[actor] = 1; });
    return mask;
  }

  window.dramatis = Object.assign(window.dramatis || {}, { readStory, narrow, fold });
})();
