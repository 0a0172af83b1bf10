/* The story as rows of tables: what passes the filters, counted from the claims that pass. Thousands of rows are made once for a
   story; for each filter only what is counted in them is written anew. */
(() => {
  "use strict";
  const ranks = new WeakMap(); // names or labels -> the place of each in the order of the alphabet

  /* Return the places of words in the order of the alphabet, which are quicker to compare than words. */
  function rankOf(words) {
    if (!ranks.has(words)) {
      const order = [...words.keys()].sort((one, other) => compare(words[one], words[other]));
      const rank = new Int32Array(words.length);
      order.forEach((row, place) => { rank[row] = place; });
      ranks.set(words, rank);
    }
    return ranks.get(words);
  }

  /* Return a row for each actor of a story, the most important first; `at` is its place in the columns. */
  function actorRows({ actors, choices }) {
    const rank = rankOf(actors.name);
    return [...actors.id.keys()].sort((one, other) => (
      actors.importance[other] - actors.importance[one] || rank[one] - rank[other]
    )).map((at) => ({
      at, id: actors.id[at], name: actors.name[at], kind: choices.kinds[actors.kind[at]], mentions: actors.mentions[at],
      relations: 0, shown: false,
    }));
  }

  function countActors(rows, { story: { relations }, found }) {
    const ties = new Int32Array(found.actors.length);
    found.relations.forEach((shown, row) => {
      if (!shown) return;
      ties[relations.source[row]] += 1;
      ties[relations.target[row]] += 1;
    });
    for (const row of rows) {
      row.shown = found.actors[row.at] === 1;
      row.relations = ties[row.at];
    }
  }

  /* Return a row for each relation of a story, by the names of who acts and by what is done. */
  function relationRows({ actors, relations, choices, types }) {
    const [names, labels] = [rankOf(actors.name), rankOf(types.label)];
    const { source, target, type, family, ids } = relations;
    return [...ids.keys()].sort((one, other) => (
      names[source[one]] - names[source[other]] || labels[type[one]] - labels[type[other]] || one - other
    )).map((at) => ({
      at, id: ids[at], source: actors.name[source[at]], label: types.label[type[at]], target: actors.name[target[at]],
      family: choices.families[family[at]], status: "", statusWords: "", sentences: 0, articles: 0, shown: false,
    }));
  }

  function countRelations(rows, { story, found }) {
    const { choices, words } = story;
    for (const row of rows) {
      row.shown = found.relations[row.at] === 1;
      if (!row.shown) continue;
      const { status, articles } = readClaims(story, found, row.at);
      row.status = choices.statuses[status];
      row.statusWords = words.statuses[status];
      row.articles = articles;
      row.sentences = found.weights[row.at];
    }
  }

  /* Return the firmest status of a relation's claims that pass, and in how many articles they stand, which stand together. */
  function readClaims({ claims, relations }, found, row) {
    let [status, articles, last] = [Infinity, 0, -1];
    for (let at = relations.starts[row]; at < relations.starts[row + 1]; at += 1) {
      if (!found.claims[at]) continue;
      status = Math.min(status, claims.status[at]);
      if (claims.article[at] !== last) articles += 1;
      last = claims.article[at];
    }
    return { status, articles };
  }

  function shownRows(mask) {
    const rows = [];
    mask.forEach((shown, row) => { if (shown) rows.push(row); });
    return rows;
  }

  const { compare } = new Intl.Collator("en");

  window.dramatis = Object.assign(window.dramatis || {}, {
    rows: {
      actors: { make: actorRows, count: countActors }, relations: { make: relationRows, count: countRelations }, readClaims, shownRows,
    },
  });
})();
