/* The story in the browser: its columns, the filters that are asked for, and what passes them (41-narrow.js). Who shows
   something of it is told of every change at once; the server is told when the reader pauses. */
(() => {
  "use strict";
  const PAUSE = 100;
  const DRAWING = 3000; // milliseconds that a first drawing is waited for
  const listeners = [];
  const pauses = []; // who is told of other filters when the reader pauses
  let story = null;
  let filters = {};
  let found = null;
  let told = keyOf({});
  let timer;
  let tag = null;
  let loads = 0;

  function keyOf(asked) {
    return JSON.stringify(Object.entries(asked).sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /* The network is drawn first, which needs no columns; reading these takes about as long. */
  async function networkIsDrawn() {
    const until = performance.now() + DRAWING;
    const isDrawn = () => document.querySelector("#network .js-plotly-plot")?.layout?.meta;
    if (isDrawn()) return;
    while (!isDrawn() && performance.now() < until) await new Promise(requestAnimationFrame);
    await new Promise(afterPaint);
  }

  /* Load the columns, unless the server has none but those that are here, or they are asked for anew meanwhile. */
  async function load() {
    loads += 1;
    const turn = loads;
    const answer = await fetch("story.json", { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    if (turn !== loads) return;
    const revision = Number(answer.headers.get("X-Revision"));
    window.dash_clientside.set_props("seen", { data: revision }); // what others change from now on is looked for
    if (story && tag === answer.headers.get("ETag")) return;
    const written = await answer.text();
    await networkIsDrawn();
    if (turn !== loads) return;
    tag = answer.headers.get("ETag");
    story = window.dramatis.readStory(JSON.parse(written));
    apply();
  }

  function apply() {
    if (!story) return;
    found = window.dramatis.narrow(story, filters);
    for (const listen of listeners) listen({ story, filters, found });
  }

  /* Show what passes other filters; `filters` are the fields of Filters that restrict something. */
  function ask(asked) {
    const isNew = keyOf(asked) !== keyOf(filters);
    filters = asked;
    if (isNew || !found) apply();
    clearTimeout(timer);
    afterPaint(() => {
      clearTimeout(timer);
      timer = setTimeout(tellServer, PAUSE);
    });
  }

  /* Do something once what was changed is on the screen. */
  function afterPaint(action) {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(action)));
  }

  function tellServer() {
    const now = keyOf(filters);
    if (now === told) return;
    told = now;
    for (const listen of pauses) listen(filters);
    window.dash_clientside.set_props("filters", { data: filters });
  }

  /* Return an actor's name, or a relation in words: "Donald Trump fired James Comey". */
  function nameOf(what, id) {
    if (!story) return "";
    const { actors, relations, types } = story;
    if (what === "actor") return actors.name[actors.rows.get(id)] || "";
    const row = relations.rows.get(id);
    if (row === undefined) return "";
    return [actors.name[relations.source[row]], types.label[relations.type[row]], actors.name[relations.target[row]]].join(" ");
  }

  function loadOrTell() {
    load().catch((problem) => {
      const words = `The story could not be loaded (${problem.message}); reload the page to filter it.`;
      window.dash_clientside.set_props("notice", { children: words });
    });
  }

  window.dramatis = Object.assign(window.dramatis || {}, {
    story: {
      ask, afterPaint, nameOf, load: loadOrTell, now: () => ({ story, filters, found }),
      watch: (listen) => listeners.push(listen), watchPauses: (listen) => pauses.push(listen),
    },
  });
})();
