/* Builds plain trees (components/plain.py) in their places: a node is a text or [tag, attributes, children]. What stands
   there already is changed where it differs, so that focus, folds and places scrolled to outlast a change. */
(() => {
  "use strict";
  const TAGS = new Set(("a article aside blockquote br button caption cite code dd details div dl dt em figcaption figure footer "
    + "h1 h2 h3 h4 header hr i input kbd label li mark nav ol p pre q section small span strong sub summary sup table tbody td th thead time tr "
    + "u ul").split(" "));
  const NAMES = /^(class|id|title|role|hidden|open|scope|href|target|rel|datetime|tabindex|colspan|lang|type|name|checked|(data|aria)-[a-z-]+)$/;
  const NATURAL = new Set(["open", "checked"]); // what the reader changes by hand

  const isSafe = (name, value) => NAMES.test(name) && (name !== "href" || /^(https?:\/\/|#)/i.test(value));

  function dress(element, attributes) {
    for (const { name } of [...element.attributes]) {
      if (!(name in attributes) && !NATURAL.has(name)) element.removeAttribute(name);
    }
    for (const [name, value] of Object.entries(attributes)) {
      const words = value === true ? "" : String(value);
      if (isSafe(name, words) && element.getAttribute(name) !== words) element.setAttribute(name, words);
    }
  }

  function make(node) {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, attributes, children] = node;
    if (!TAGS.has(tag)) throw new Error(`A plain tree holds no ${tag}.`);
    const element = document.createElement(tag);
    dress(element, attributes);
    element.append(...children.map(make));
    return element;
  }

  /* Of two elements with different data-key, one tells of another thing than the other, and nothing of it is kept. */
  const isAlike = (present, node) => (
    typeof node === "string" ? present.nodeType === Node.TEXT_NODE
      : present.localName === node[0] && present.dataset.key === node[1]["data-key"]
  );

  function change(present, node) {
    if (typeof node === "string") {
      if (present.data !== node) present.data = node;
    } else {
      dress(present, node[1]);
      fill(present, node[2]);
    }
  }

  function fill(place, nodes) {
    while (place.childNodes.length > nodes.length) place.lastChild.remove();
    nodes.forEach((node, at) => {
      const present = place.childNodes[at];
      if (!present) place.append(make(node));
      else if (isAlike(present, node)) change(present, node);
      else present.replaceWith(make(node));
    });
  }

  /* A place in a dialog may still be on its way. */
  function show(id, tree) {
    const place = document.getElementById(id);
    if (!place) {
      requestAnimationFrame(() => show(id, tree));
      return;
    }
    fill(place, tree);
    place.dispatchEvent(new Event("filled"));
  }

  /* What the page comes with is there before its first paint, so that nothing moves after it: the stores tell of changes only. */
  function start() {
    const shell = document.querySelector(".shell");
    if (!shell) {
      requestAnimationFrame(start);
      return;
    }
    for (const place of shell.dataset.plain.split(" ")) {
      const tree = window.dash_component_api.getLayout(`${place}-tree`)?.props.data;
      if (tree) show(place, tree);
    }
  }
  start();

  window.dramatis = Object.assign(window.dramatis || {}, {
    plain: show,
    parts: {
      /* Return an element of what the browser alone writes. */
      make(tag, className, attributes = {}, ...children) {
        const element = document.createElement(tag);
        if (className) element.className = className;
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.append(...children);
        return element;
      },
    },
  });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    /* A store has a place's tree; it is called as the place, with "-tree" behind. */
    showPlain: (tree, id) => {
      if (tree) show(id.replace(/-tree$/, ""), tree);
      return window.dash_clientside.no_update;
    },
  });
})();
