/* The article: opened at a place, with what is selected marked in its text and on the map beside it. Every mention and claim
   selects; one that several things hold selects them in turn. */
(() => {
  "use strict";
  /* Keys: these anywhere but where text is written while an article is open ... */
  const KEYS = {
    n: { does: () => stepTo(1), says: "Next place of what is selected" },
    p: { does: () => stepTo(-1), says: "Previous place of what is selected" },
  };
  /* ... and these on a marked word; Escape closes the article (50-page.js). */
  const MARK_KEYS = {
    ArrowRight: { does: (mark) => moveFocus(mark, 1), says: "Next marked word" },
    ArrowLeft: { does: (mark) => moveFocus(mark, -1), says: "Previous marked word" },
    Enter: { does: (mark) => pick(mark), says: "Select what it means" },
    " ": { does: (mark) => pick(mark), says: "Select what it means" },
  };
  const NOTHING = { what: "", ids: [] };
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keep = () => window.dash_clientside.no_update;
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const isNarrow = () => window.matchMedia("(max-width: 760px)").matches;
  const marks = () => [...byId("reader-body").querySelectorAll("[data-picks]")];

  let place = null; // where the article is to be opened: { article, start, end }
  let opener = null; // what had the focus before
  let chosen = NOTHING; // what is selected
  let holders = new Map(); // "actor <id>" or "relation <id>" -> the marked pieces that hold it
  let places = []; // the first piece of each place of what is selected
  let at = -1; // the one of them that the reader has come to

  /* --- Opening and closing --- */
  function open(wanted) {
    place = wanted;
    window.dramatis.address.note();
    if (!root.dataset.reading) opener = document.activeElement;
    const isNew = !root.dataset.reading;
    root.dataset.reading = "open";
    byId("reader-pane").hidden = false;
    document.querySelector(".shell").inert = isNarrow();
    if (isNew) byId("reader-body").focus({ preventScroll: true });
    if (byId("reader-body").querySelector(".article-text")?.dataset.article !== place.article) return place.article;
    goToPlace();
    return keep();
  }

  function close() {
    if (!root.dataset.reading) return;
    place = null;
    delete root.dataset.reading;
    byId("reader-pane").hidden = true;
    document.querySelector(".shell").inert = false;
    hint(null);
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    window.dramatis.address.note();
  }

  /* The first sentence that begins within sight. */
  function topSentence() {
    const { top } = byId("reader-body").getBoundingClientRect();
    const firsts = new Map();
    for (const piece of byId("reader-body").querySelectorAll(".said")) {
      if (!firsts.has(piece.dataset.start)) firsts.set(piece.dataset.start, piece);
    }
    const [start] = [...firsts].find(([, piece]) => piece.getClientRects()[0]?.top >= top - 6) || [];
    return start && Number(start);
  }

  function goToPlace() {
    const body = byId("reader-body");
    for (const piece of body.querySelectorAll(".here")) piece.classList.remove("here");
    body.querySelector("#here")?.removeAttribute("id");
    const { start, end } = place || {};
    const isHere = ({ dataset }) => start !== null && dataset.start >= start && dataset.start < end;
    const here = [...body.querySelectorAll(".said")].filter(isHere);
    for (const piece of here) piece.classList.add("here");
    if (here.length) here[0].id = "here";
    const top = [...body.querySelectorAll(".said")].find(({ dataset }) => Number(dataset.start) === place?.top);
    if (top) {
      top.scrollIntoView({ block: "start" });
      return;
    }
    if (!here.length) {
      body.scrollTop = 0;
      return;
    }
    here[0].scrollIntoView({ block: "center" });
  }

  /* A text has come from the server. */
  function showArticle() {
    holders = new Map();
    for (const mark of marks()) {
      for (const one of mark.dataset.picks.split("\n")) holders.set(one, [...(holders.get(one) || []), mark]);
    }
    marks()[0]?.setAttribute("tabindex", "0");
    goToPlace();
    choose(chosen);
  }

  /* --- What is selected, in the text and on the map --- */
  function choose(selection) {
    chosen = selection;
    const picks = picksOf(selection);
    for (const mark of byId("reader-body").querySelectorAll(".chosen")) mark.classList.remove("chosen", "at");
    const found = new Set(picks.flatMap((one) => holders.get(one) || []));
    for (const mark of found) mark.classList.add("chosen");
    const isFirst = (mark) => !found.has(mark.previousSibling);
    places = marks().filter((mark) => found.has(mark) && isFirst(mark));
    at = places.indexOf(document.activeElement);
    places[at]?.classList.add("at");
    drawMap();
    tellPlaces();
  }

  const picksOf = ({ what, id, ids }) => (
    ids?.length ? ids.map((one) => `${one.includes(">") ? "relation" : "actor"} ${one}`) : id ? [`${what} ${id}`] : []
  );

  function drawMap() {
    const body = byId("reader-body");
    const top = body.getBoundingClientRect().top - body.scrollTop;
    byId("scroll-map").replaceChildren(...places.map((mark) => {
      const tick = document.createElement("i");
      tick.style.top = `${(100 * (mark.getBoundingClientRect().top - top)) / body.scrollHeight}%`;
      return tick;
    }));
    markTick();
  }

  function markTick() {
    [...byId("scroll-map").children].forEach((tick, nth) => tick.classList.toggle("at", nth === at));
  }

  function tellPlaces() {
    const bar = byId("occurrences");
    const name = chosen.what ? nameOf(chosen) : "";
    bar.classList.toggle("empty-handed", !places.length);
    bar.querySelector(".reader-show").hidden = !chosen.what;
    const count = places.length ? `${at < 0 ? "–" : at + 1} of ${places.length}` : "not in this article";
    bar.querySelector(".occurrence-words").replaceChildren(...(name ? worded(name, count) : ["Pick a marked word"]));
  }

  function worded(name, count) {
    const strong = document.createElement("strong");
    strong.textContent = name;
    return [strong, ` ${count}`];
  }

  function nameOf({ what, id, ids }) {
    if (what === "actor" || what === "relation") return window.dramatis.story.nameOf(what, id);
    return what === "question" ? "The answer" : what === "path" ? "The path" : `${ids.length} actors`;
  }

  function stepTo(by) {
    if (!places.length) return;
    at = at < 0 ? firstFrom(by) : (at + by + places.length) % places.length;
    byId("reader-body").querySelector("mark.at")?.classList.remove("at");
    places[at].classList.add("at");
    places[at].scrollIntoView({ block: "center" });
    focusMark(places[at]);
    markTick();
    tellPlaces();
  }

  /* The reader goes on from where the text stands. */
  function firstFrom(by) {
    const { top, height } = byId("reader-body").getBoundingClientRect();
    const tops = places.map((mark) => mark.getBoundingClientRect().top);
    const next = tops.findIndex((each) => each > (by > 0 ? top : top + height));
    if (by > 0) return next < 0 ? 0 : next;
    return ((next < 0 ? places.length : next) - 1 + places.length) % places.length;
  }

  /* --- Marked words --- */
  function pick(mark) {
    const picks = mark.dataset.picks.split("\n");
    const [now] = chosen.ids ? [] : picksOf(chosen);
    const next = picks[(picks.indexOf(now) + 1) % picks.length];
    const [what] = next.split(" ", 1);
    window.dramatis.selection.choose({ what, id: next.slice(what.length + 1) });
    focusMark(mark);
  }

  function focusMark(mark) {
    for (const other of byId("reader-body").querySelectorAll("[data-picks][tabindex='0']")) other.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
    mark.focus({ preventScroll: true });
  }

  function moveFocus(mark, by) {
    const all = marks();
    const next = all[all.indexOf(mark) + by];
    if (!next) return;
    focusMark(next);
    next.scrollIntoView({ block: "nearest" });
  }

  /* Says in words what a marked piece means, beneath it. */
  function hint(mark) {
    const box = byId("reader-hint");
    const lines = mark ? mark.getAttribute("aria-description").split("; ") : [];
    box.replaceChildren(...lines.map((words) => {
      const line = document.createElement("span");
      line.textContent = words;
      return line;
    }));
    if (!mark) return;
    const [pane, word] = [byId("reader-pane").getBoundingClientRect(), mark.getClientRects()[0]];
    box.style.left = `${Math.max(8, Math.min(word.left - pane.left, pane.width - box.offsetWidth - 8))}px`;
    box.style.top = `${Math.min(word.bottom - pane.top + 6, pane.height - box.offsetHeight - 8)}px`;
  }

  /* --- Clicks and keys --- */
  function click({ target, clientY }) {
    const mark = target.closest("[data-picks]");
    const { occurrence, reader } = target.closest("[data-occurrence], [data-reader]")?.dataset || {};
    if (mark) pick(mark);
    else if (occurrence) stepTo(Number(occurrence));
    else if (reader) leave(reader);
    else if (target.closest("#scroll-map") && places.length) jump(clientY);
  }

  function leave(how) {
    close();
    if (how === "show") window.dramatis.page.showPicked();
  }

  function jump(y) {
    const gaps = [...byId("scroll-map").children].map((tick) => Math.abs(tick.getBoundingClientRect().top - y));
    at = gaps.indexOf(Math.min(...gaps)) - 1;
    if (at < 0) at = places.length - 1;
    stepTo(1);
  }

  function press(event) {
    if (!root.dataset.reading || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const mark = event.target.closest("[data-picks]");
    const isWriting = event.target.matches("input, textarea, [contenteditable]");
    const key = (mark && MARK_KEYS[event.key]) || (!isWriting && KEYS[event.key]);
    const isCovered = () => [...document.querySelectorAll("[role=dialog]")].some((found) => found.checkVisibility());
    if (!key || isCovered()) return;
    event.preventDefault();
    key.does(mark);
  }

  function start() {
    const pane = byId("reader-pane");
    if (!pane) {
      requestAnimationFrame(start);
      return;
    }
    const marked = (event) => event.target.closest?.("[data-picks]");
    pane.addEventListener("click", click);
    pane.addEventListener("pointerover", (event) => hint(marked(event)));
    pane.addEventListener("pointerleave", () => hint(null));
    pane.addEventListener("focusin", (event) => hint(event.target.matches(":focus-visible") ? marked(event) : null));
    pane.addEventListener("scroll", () => {
      hint(null);
      if (place) window.dramatis.address.moved();
    }, true);
    document.addEventListener("keydown", press);
    byId("reader-body").addEventListener("filled", showArticle);
    window.dramatis.selection.watch(choose);
    new ResizeObserver(drawMap).observe(byId("reader-body"));
  }
  start();

  window.dramatis = Object.assign(window.dramatis || {}, {
    reader: {
      choose, close,
      state: () => (place ? { article: place.article, start: place.start, end: place.end, top: topSentence() } : {}),
      restore: ({ article, ...wanted }) => {
        if (!article) close();
        else tell("reader", { data: { start: null, end: null, ...wanted, article, at: Date.now() } });
      },
    },
  });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    openReader: (wanted) => (wanted?.article ? open(wanted) : keep()),
  });
})();
