/* The story as rows of tables: what passes the filters, counted from the claims that pass. Pure functions. */
(() => {
  "use strict";

  /* Return the actors that are shown, the most important first. */
  function actorRows({ story, found }) {
    const { actors, relations, choices } = story;
    const ties = new Int32Array(actors.id.length);
    found.relations.forEach((shown, row) => {
      if (!shown) return;
      ties[relations.source[row]] += 1;
      ties[relations.target[row]] += 1;
    });
    return shownRows(found.actors).sort((one, other) => (
      actors.importance[other] - actors.importance[one] || compare(actors.name[one], actors.name[other])
    )).map((row) => ({
      id: actors.id[row], name: actors.name[row], kind: choices.kinds[actors.kind[row]],
      mentions: actors.mentions[row], relations: ties[row],
    }));
  }

  /* Return the relations that are shown, the most told first. */
  function relationRows({ story, found }) {
    const { actors, relations, choices, types, words } = story;
    return shownRows(found.relations).map((row) => {
      const { status, articles } = readClaims(story, found, row);
      return {
        id: relations.ids[row], source: actors.name[relations.source[row]], label: types.label[relations.type[row]],
        target: actors.name[relations.target[row]], family: choices.families[relations.family[row]],
        status: choices.statuses[status], statusWords: words.statuses[status],
        sentences: found.weights[row], articles,
      };
    }).sort((one, other) => (
      other.sentences - one.sentences || compare(one.source, other.source) || compare(one.label, other.label)
    ));
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

  window.dramatis = Object.assign(window.dramatis || {}, { rows: { actors: actorRows, relations: relationRows, readClaims, shownRows } });
})();
