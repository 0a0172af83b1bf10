/* What goes with the selection: its evidence, what lights up, what is read out (components/selected.py). The server is asked
   as soon as something is selected, and only the latest answer counts. */
(() => {
  "use strict";
  const NO_ONE = JSON.stringify(null);
  const PLACES = { head: "evidence-head", body: "evidence-body" };
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keyOf = (selection) => JSON.stringify(selection);
  let told = {}; // what the stores of the page say: { order, version }
  let asked = ""; // what was asked for last
  let shown = ""; // the selection whose evidence is on the page
  let tied = NO_ONE; // the selection that the box of ties belongs to
  let heard = ""; // the selection that the server, or an address, asked for last

  async function ask() {
    const [selection, { filters }] = [window.dramatis.selection.now(), window.dramatis.story.now()];
    const question = { selection, filters, order: told.order };
    const key = keyOf([question, told.version]);
    if (key === asked) return;
    asked = key;
    try {
      const answer = await fetchAnswer({ ...question, tied: keyOf([selection, told.version]) !== tied });
      if (key === asked) show(answer, selection);
    } catch (problem) {
      if (key !== asked) return;
      asked = "";
      tell("notice", { children: `The sentences could not be loaded (${problem.message}); choose once more.` });
    }
  }

  async function fetchAnswer(question) {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch("selected.json", { method: "POST", headers, body: JSON.stringify(question) });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    return answer.json();
  }

  function show(answer, selection) {
    if (answer.problem) {
      tell("notice", { children: answer.problem });
      return;
    }
    for (const [part, place] of Object.entries(PLACES)) window.dramatis.plain(place, answer[part]);
    const { shown: _, ...about } = selection;
    if (keyOf(about) !== shown) document.getElementById("evidence").scrollTo({ top: 0 });
    shown = keyOf(about);
    const said = document.getElementById("answered");
    if (said.textContent !== answer.said) said.textContent = answer.said;
    if (answer.lit.length) window.dramatis.page.showLit({ what: selection.what, ids: answer.lit });
    if ("tied" in answer) showTied(answer.tied, keyOf([selection, told.version]));
  }

  /* The box is Dash's, which hears of it after the sentences are on the screen. */
  function showTied(offers, key) {
    tied = key;
    document.getElementById("tied-place").hidden = !offers;
    window.dramatis.story.afterPaint(() => {
      if (key !== tied) return;
      tell("tied-place", { hidden: !offers });
      if (offers) tell("tied-to", offers);
    });
  }

  /* A selection that stands in the store because the page itself told it carries its turn; any other is a new wish. */
  function hear(selection) {
    if (selection?.turn) {
      heard = "";
      return;
    }
    const key = keyOf(selection);
    if (key === heard) return;
    heard = key;
    if (key !== keyOf(window.dramatis.selection.now())) window.dramatis.selection.take(selection);
  }

  window.dramatis.selection.watch(ask);
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    hearSelection: (selection, _filters, order, version) => {
      told = { order, version };
      hear(selection);
      ask();
      return window.dash_clientside.no_update;
    },
  });
})();
