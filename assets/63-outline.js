/* The outline: actors, their relations and the sentences of these as a tree that is walked by the keys and read out. Actors and
   relations come from the story in the browser, sentences from the server when a relation is unfolded. */
(() => {
  "use strict";
  /* Keys in the tree; letters find the next item that begins with them, Shift with Enter adds an actor to what is selected. */
  const KEYS = {
    ArrowDown: { does: (item) => moveBy(item, 1), says: "Next line" },
    ArrowUp: { does: (item) => moveBy(item, -1), says: "Previous line" },
    ArrowRight: { does: (item) => unfoldOrEnter(item), says: "Unfold, or go in" },
    ArrowLeft: { does: (item) => foldOrLeave(item), says: "Fold, or go out" },
    Home: { does: () => focusItem(allItems()[0]), says: "First line" },
    End: { does: () => focusItem(allItems().at(-1)), says: "Last line" },
    Enter: { does: (item) => activate(item), says: "Select in the network, or open the article" },
    " ": { does: (item) => toggle(item), says: "Fold or unfold" },
    "*": { does: (item) => unfoldAll(item), says: "Unfold all lines beside this one" },
  };
  const MOST = 200; // actors at a time
  const PAUSE = 700; // milliseconds after which letters begin a new word

  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const { make } = window.dramatis.parts;
  const place = () => document.getElementById("outline");
  const story = () => window.dramatis.story.now();
  const numbered = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

  const facts = new WeakMap(); // item -> { key, what, id, fill, act }
  const unfolded = new Set(); // the keys of the items that stand open
  let most = MOST;
  let isStale = true;
  let made = { story: null, rows: [] }; // the actors of a story, as rows
  let places = new Map(); // actor -> its place among those that pass
  let ties = null; // the row of an actor -> the rows of its shown relations
  let typed = { text: "", at: 0 };

  /* --- From the story to items --- */
  function draw() {
    if (!isStale || !story().found || !window.dramatis.isOpen("outline")) return;
    isStale = false;
    ties = null;
    const focused = facts.get(document.activeElement)?.key;
    const actors = readActors();
    places = new Map(actors.map(({ id }, at) => [id, at]));
    const tree = make("ul", "", { role: "tree", "aria-label": "The story as an outline" });
    tree.append(...actors.slice(0, most).map((actor, at) => actorItem(actor, at, actors.length)));
    if (actors.length > most) tree.append(moreItem(actors.length));
    place().replaceChildren(actors.length ? tree : make("p", "quiet", {}, "No actor passes the filters."));
    for (const item of allItems()) if (unfolded.has(facts.get(item).key)) unfold(item);
    const again = allItems().find((item) => facts.get(item).key === focused);
    if (again) focusItem(again);
    else allItems()[0]?.setAttribute("tabindex", "0");
    markSelected(window.dramatis.selection.now());
    reveal(window.dramatis.selection.now());
  }

  /* Return the actors that pass the filters, the most important first. */
  function readActors() {
    const { make: makeRows, count } = window.dramatis.rows.actors;
    if (made.story !== story().story) made = { story: story().story, rows: makeRows(story().story) };
    count(made.rows, story());
    return made.rows.filter(({ shown }) => shown);
  }

  function actorItem({ id, name, kind, relations }, at, total) {
    const count = numbered(relations, "relation");
    return makeItem({
      key: id, what: "actor", id, level: 1, at, total,
      parts: [
        make("span", `sign kind-${kind}`), make("span", "outline-words name", {}, name), unseen(`, ${kind}, `),
        make("span", "outline-count", {}, count),
      ],
      fill: relations ? () => relationItems(id) : null,
    });
  }

  function relationItems(actorId) {
    const { story: { relations, actors }, found } = story();
    ties = ties || readTies(relations, found);
    const rows = ties.get(actors.rows.get(actorId)) || [];
    rows.sort((one, other) => found.weights[other] - found.weights[one] || one - other);
    return rows.map((row, at) => relationItem(actorId, row, at, rows.length));
  }

  function readTies(relations, found) {
    const byActor = new Map();
    for (const row of window.dramatis.rows.shownRows(found.relations)) {
      for (const end of new Set([relations.source[row], relations.target[row]])) {
        if (!byActor.has(end)) byActor.set(end, []);
        byActor.get(end).push(row);
      }
    }
    return byActor;
  }

  function relationItem(actorId, row, at, total) {
    const { story: { relations, actors, choices, types, words }, found } = story();
    const [source, target] = [relations.source[row], relations.target[row]].map((end) => ({ id: actors.id[end], name: actors.name[end] }));
    const [label, status] = [types.label[relations.type[row]], window.dramatis.rows.readClaims(story().story, found, row).status];
    const count = numbered(found.weights[row], "sentence");
    const said = make("span", "outline-words");
    const isOwn = ({ id }) => id === actorId;
    said.append(
      make("span", isOwn(source) ? "unseen" : "name", {}, `${source.name} `), make("em", "", {}, label), " ",
      make("span", isOwn(target) ? "" : "name", {}, target.name),
    );
    const isFact = choices.statuses[status] === "asserted";
    said.append(unseen(", "), make("span", isFact ? "unseen" : "status-word", {}, words.statuses[status]), unseen(", "));
    return makeItem({
      key: `${actorId} ${relations.ids[row]}`, what: "relation", id: relations.ids[row], level: 2, at, total,
      parts: [lineSign(choices.families[relations.family[row]]), said, make("span", "outline-count", {}, count)],
      fill: () => sentenceItems(relations.ids[row]),
    });
  }

  function lineSign(family) {
    const line = make("span", `line family-${family}`);
    line.append(make("span", "glyph"));
    return line;
  }

  async function sentenceItems(relation) {
    const query = new URLSearchParams({ relation, filters: JSON.stringify(story().filters) });
    const answer = await fetch(`sentences.json?${query}`);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const { total, sentences } = await answer.json();
    const items = sentences.map((sentence, at) => sentenceItem(sentence, at, total));
    if (total > sentences.length) items.push(restItem(relation, sentences.length, total));
    return items;
  }

  function sentenceItem({ text, said, source, article, start, end }, at, total) {
    const from = [source, said].filter(Boolean).join("; ");
    const words = make("span", "outline-words");
    words.append(make("span", "outline-sentence", {}, `“${text}”`), " ", make("span", "outline-source", {}, from));
    return makeItem({
      level: 3, at, total, parts: [words],
      act: () => tell("reader", { data: { article, start, end, at: Date.now() } }),
    });
  }

  function restItem(relation, shown, total) {
    const words = `The other ${numbered(total - shown, "sentence")} in the evidence`;
    return makeItem({
      level: 3, at: shown, total, parts: [make("span", "outline-words more-words", {}, words)],
      act: () => window.dramatis.selection.choose({ what: "relation", id: relation }),
    });
  }

  function moreItem(total) {
    const words = `Show ${Math.min(MOST, total - most).toLocaleString("en")} more of ${numbered(total, "actor")}`;
    const showMore = () => {
      const at = most;
      [most, isStale] = [most + MOST, true];
      draw();
      focusItem(allItems().filter((item) => levelOf(item) === 1)[at]);
    };
    return makeItem({ level: 1, at: most, total, parts: [make("span", "outline-words more-words", {}, words)], act: showMore });
  }

  /* --- Items --- */
  const unseen = (words) => make("span", "unseen", {}, words);

  /* Make a line of the tree. All lines are siblings: how deep each stands is told by its level. */
  function makeItem({ level, at, total, parts, key, what, id, fill, act }) {
    const item = make("li", `outline-row level-${level}`, {
      role: "treeitem", tabindex: "-1", "aria-level": level, "aria-posinset": at + 1, "aria-setsize": total,
      ...(fill ? { "aria-expanded": "false" } : {}),
    });
    item.append(make("span", fill ? "outline-fold" : "outline-leaf"), ...parts);
    facts.set(item, { key, what, id, fill, act });
    return item;
  }

  const allItems = () => [...place().querySelectorAll("[role=treeitem]")];
  const levelOf = (item) => Number(item.getAttribute("aria-level"));
  const isFolded = (item) => item.getAttribute("aria-expanded") === "false";
  const isUnfolded = (item) => item.getAttribute("aria-expanded") === "true";

  /* Return the lines that hang on one. */
  function inside(item) {
    const found = [];
    for (let next = item.nextSibling; next && levelOf(next) > levelOf(item); next = next.nextSibling) found.push(next);
    return found;
  }

  function parentOf(item) {
    let before = item.previousSibling;
    while (before && levelOf(before) >= levelOf(item)) before = before.previousSibling;
    return before;
  }

  function focusItem(item) {
    if (!item) return;
    for (const other of place().querySelectorAll("[tabindex='0']")) other.setAttribute("tabindex", "-1");
    item.setAttribute("tabindex", "0");
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  async function unfold(item) {
    const { key, fill } = facts.get(item);
    if (!fill || !isFolded(item)) return;
    item.setAttribute("aria-expanded", "true");
    unfolded.add(key);
    let items = fill();
    if (!Array.isArray(items)) items = await fetched(item, items);
    if (!item.isConnected || !isUnfolded(item) || inside(item).length) return;
    item.after(...items);
    markSelected(window.dramatis.selection.now(), items);
    for (const each of items) if (unfolded.has(facts.get(each).key)) unfold(each);
  }

  async function fetched(item, promise) {
    item.setAttribute("aria-busy", "true");
    try {
      return await promise;
    } catch (problem) {
      fold(item);
      tell("notice", { children: `The sentences could not be fetched (${problem.message}); try again.` });
      return [];
    } finally {
      item.removeAttribute("aria-busy");
    }
  }

  function fold(item) {
    if (!facts.get(item).fill) return;
    item.setAttribute("aria-expanded", "false");
    unfolded.delete(facts.get(item).key);
    for (const each of inside(item)) each.remove();
  }

  const toggle = (item) => (isFolded(item) ? unfold(item) : fold(item));

  function moveBy(item, by) {
    focusItem(by > 0 ? item.nextSibling : item.previousSibling);
  }

  function unfoldOrEnter(item) {
    if (isFolded(item)) unfold(item);
    else focusItem(inside(item)[0]);
  }

  function foldOrLeave(item) {
    if (isUnfolded(item)) fold(item);
    else focusItem(parentOf(item));
  }

  function unfoldAll(item) {
    const around = parentOf(item) ? inside(parentOf(item)) : allItems();
    for (const each of around) if (levelOf(each) === levelOf(item)) unfold(each);
  }

  function activate(item) {
    const { what, id, act } = facts.get(item);
    if (act) act();
    else window.dramatis.selection.choose({ what, id });
  }

  /* Go to the next item whose words begin with the letters that were typed quickly one after the other. */
  function find(item, letter) {
    const now = Date.now();
    typed = { text: (now - typed.at < PAUSE ? typed.text : "") + letter.toLowerCase(), at: now };
    const items = allItems();
    const from = items.indexOf(item) + (typed.text.length === 1 ? 1 : 0);
    const begin = window.dramatis.fold(typed.text);
    const begins = (other) => window.dramatis.fold(other.textContent).startsWith(begin);
    focusItem([...items.slice(from), ...items.slice(0, from)].find(begins));
  }

  function markSelected({ what, id, ids }, items = allItems()) {
    for (const item of items) {
      const { what: kind, id: own } = facts.get(item);
      const isPicked = kind && ((kind === what && own === id) || ids?.includes(own));
      if (isPicked) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  }

  /* Bring what was selected elsewhere into sight, for the eye and for who comes by Tab: an actor, or a relation beneath the one
     that acts. Of an actor far down the lines before it are written too. */
  function reveal({ what, id, ids }) {
    if (!window.dramatis.isOpen("outline") || isStale || place().contains(document.activeElement)) return;
    const { relations, actors } = story().story;
    const actor = { actor: id, actors: ids?.[0], relation: actors.id[relations.source[relations.rows.get(id)]] }[what];
    const at = places.get(actor);
    if (at === undefined) return;
    if (at >= most) {
      [most, isStale] = [MOST * Math.ceil((at + 1) / MOST), true];
      draw();
      return;
    }
    const line = allItems().find((item) => facts.get(item).key === actor);
    if (what === "relation") unfold(line);
    const picked = what === "relation" ? inside(line).find((item) => facts.get(item).id === id) : line;
    for (const other of place().querySelectorAll("[tabindex='0']")) other.setAttribute("tabindex", "-1");
    (picked || line).setAttribute("tabindex", "0");
    (picked || line).scrollIntoView({ block: "center" });
  }

  /* --- Keys and clicks --- */
  function press(event) {
    const item = event.target.closest("[role=treeitem]");
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = KEYS[event.key];
    const isLetter = event.key.length === 1 && /[\p{L}\p{N}“]/u.test(event.key);
    if (!key && !isLetter) return;
    event.preventDefault();
    event.stopPropagation(); // letters are keys elsewhere
    const { what, id } = facts.get(item);
    if (event.key === "Enter" && event.shiftKey && what === "actor") window.dramatis.gestures.addToPicked({ id });
    else if (key) key.does(item);
    else find(item, event.key);
  }

  function click(event) {
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    focusItem(item);
    if (event.target.closest(".outline-fold")) {
      toggle(item);
      return;
    }
    activate(item);
    if (item.isConnected) unfold(item);
  }

  function start() {
    if (!place()) {
      requestAnimationFrame(start);
      return;
    }
    place().addEventListener("keydown", press);
    place().addEventListener("click", click);
    window.dramatis.story.watch(() => {
      isStale = true;
      draw();
    });
    window.dramatis.selection.watch((selection) => {
      markSelected(selection);
      reveal(selection);
    });
    new ResizeObserver(draw).observe(place()); // it is given room when its tab is looked at
  }
  start();
})();
