/* The tools that select several actors on the canvas, for those who have no pointer: with one chosen and the focus on the figure, its
   keys count, and what it says stands over the canvas and is read out. 59-box.js and 59-walk.js are such tools. */
(() => {
  "use strict";
  const MOST_NAMES = 3;
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const tools = new Map(); // mode of the gestures -> { keys, show, hide, forget, actOf }
  let open = null; // the tool whose words stand over the canvas

  const gestures = () => window.dramatis.gestures;
  const figure = () => document.querySelector(".figure");
  const caption = () => document.getElementById("boxed").parentElement;

  /* --- In words --- */
  function say(words) {
    const line = document.getElementById("boxed");
    if (line.textContent !== words) line.textContent = words;
  }

  /* Returns the names of the most important of those that are drawn, and how many others there are. */
  function listed(ids) {
    const marks = ids.map((id) => window.dramatis.canvas.find({ what: "actor", id })).filter(Boolean);
    const names = marks.sort((one, other) => other.radius - one.radius).slice(0, MOST_NAMES).map(({ text }) => text);
    const more = ids.length - names.length;
    return names.length ? `: ${names.join(", ")}${more ? ` and ${more} more` : ""}` : "";
  }

  const counted = (ids) => `${ids.length || "No"} actor${ids.length === 1 ? "" : "s"}`;

  /* --- Which tool there is --- */
  function show(tool) {
    if (open !== tool) hide();
    open = tool;
    caption().classList.remove("unseen");
    for (const [mode, { keys }] of tools) document.getElementById(keys).hidden = tools.get(mode) !== tool;
    tool.show();
  }

  function hide() {
    if (!open) return;
    const tool = open;
    open = null;
    caption().classList.add("unseen");
    document.getElementById(tool.keys).hidden = true;
    say("");
    gestures().outline([]);
    tool.hide();
  }

  /* Follows which tool is chosen: "pan", "box" or "lasso". A reader with a pointer sees nothing that a drag would only replace. */
  function follow(mode) {
    if (tools.has(mode) && figure().matches(":focus-visible")) show(tools.get(mode));
    else hide();
    for (const [other, tool] of tools) if (other !== mode) tool.forget();
  }

  /* Selects these actors, and ends the tool. */
  function select(ids) {
    window.dramatis.selection.chooseActors(ids);
    gestures().choose("pan");
    say(`${counted(ids)} selected${listed(ids)}`);
  }

  /* Returns what a key does while a tool is chosen; nothing where it is none of the tool's. */
  function actOf(event) {
    const tool = tools.get(gestures().mode());
    if (!tool) return null;
    if (event.key === "Escape") return () => gestures().choose("pan");
    if (open !== tool) return WAYS[event.key] ? () => show(tool) : null;
    return tool.actOf(event);
  }

  function start() {
    const plot = document.querySelector("#network .js-plotly-plot");
    if (!plot?.on || !document.getElementById("boxed")) {
      requestAnimationFrame(start);
      return;
    }
    plot.on("plotly_afterplot", () => open?.show());
    figure().addEventListener("focus", () => follow(gestures().mode()));
    figure().addEventListener("blur", hide);
  }
  start();

  window.dramatis = window.dramatis || {};
  window.dramatis.tools = {
    WAYS,
    /* A tool of a mode: `show` is called when it is to be seen, and after each drawing, `hide` when it is not, `forget` when another
       one is chosen. */
    add: (mode, tool) => tools.set(mode, tool),
    actOf,
    follow,
    hide,
    say,
    listed,
    counted,
    select,
    /* Has the words stand where they are not in the way. */
    stand: (isAbove) => caption().classList.toggle("above", isAbove),
  };
})();
