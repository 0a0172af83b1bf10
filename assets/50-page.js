/* What the browser does alone: it tells the server its size and colours, and turns clicks and keys into selections. */
(() => {
  "use strict";
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keep = () => window.dash_clientside.no_update;
  const choose = (selection) => window.dramatis.selection.choose(selection);
  const plot = () => document.querySelector("#network .js-plotly-plot");

  /* --- Light and dark: the page follows Mantine, which follows the system or the reader --- */
  function watchScheme() {
    const root = document.documentElement;
    const look = () => {
      const scheme = root.getAttribute("data-mantine-color-scheme");
      if (scheme !== "light" && scheme !== "dark") return;
      tell("scheme", { data: scheme });
      window.dramatis.camera.tell();
    };
    new MutationObserver(look).observe(root, { attributeFilter: ["data-mantine-color-scheme"] });
    look();
  }

  /* --- Sheets: the panes where the screen is narrow --- */
  function openSheet(name) {
    const root = document.documentElement;
    const open = name && root.dataset.sheet !== name ? name : "";
    root.dataset.sheet = open;
    document.querySelectorAll(".sheet-button").forEach((button) => {
      button.setAttribute("aria-expanded", String(button.dataset.sheet === open));
    });
    if (open) document.getElementById(`${open}-pane`).querySelector("button, input")?.focus({ preventScroll: true });
  }

  let sought = null; // what is to be brought into sight once it is drawn and the network is open

  /* Bring a mark into the part of the canvas that is left: on a narrow screen the evidence covers its lower part, on a wide one
     an article its left. */
  function bringForward(mark) {
    const { camera } = window.dramatis;
    if (isNarrow()) {
      camera.bringForward(mark, { below: document.getElementById("evidence-pane").offsetHeight });
      return;
    }
    const figure = document.querySelector(".figure").getBoundingClientRect();
    const left = Math.max(0, document.getElementById("reader-pane").getBoundingClientRect().right - figure.left);
    if (!camera.isIn(mark, left) && left < figure.width / 1.5) camera.bringForward(mark, { left });
  }

  function seek() {
    const { camera, canvas, isOpen } = window.dramatis;
    const mark = sought && canvas.find(sought);
    if (!mark || !camera.isReady() || !isOpen("network")) return;
    sought = null;
    if (mark.shown) bringForward(mark);
  }

  function showPicked() {
    if (isNarrow() && document.documentElement.dataset.sheet !== "evidence") openSheet("evidence");
    sought = window.dramatis.canvas.picked();
    setTimeout(seek, isNarrow() ? 350 : 0);
  }

  const isNarrow = () => window.matchMedia("(max-width: 760px)").matches;

  let look = JSON.stringify({ size: "importance", colour: "kind", hulls: false }); // how the page comes

  /* --- How much of a large network is drawn --- */
  let extent = {};
  function draw(more) {
    extent = { ...extent, ...more };
    tell("extent", { data: extent });
  }

  /* Return the extent with some of what the story holds in it, where not the whole is drawn and these are not either. */
  function withDrawn(filters, ids) {
    const { hasAll, has } = window.dramatis.canvas;
    if (!plot()?.data.length || hasAll()) return keep();
    const wanted = { ...extent, filters, also: ids.every(has) ? extent.also || [] : ids };
    if (JSON.stringify(wanted) === JSON.stringify(extent)) return keep();
    extent = wanted;
    return extent;
  }

  const withPicked = (filters, { what, id }) => withDrawn(filters, ["actor", "relation"].includes(what) ? [id] : []);

  /* Tell what is to be drawn, once all else that has changed is on the screen. */
  function drawSoon(wanted) {
    if (wanted !== keep()) window.dramatis.story.afterPaint(() => tell("extent", { data: wanted }));
  }

  /* --- What is selected --- */
  function showSelection(selection, isChosen) {
    if (selection.shown) return; // more sentences of the same
    window.dramatis.canvas.select(selection);
    if (selection.what === "question") window.dramatis.story.afterPaint(() => tell("ask", { value: selection.id }));
    drawSoon(withPicked(window.dramatis.story.now().filters, selection));
    sought = null;
    const isReading = document.documentElement.dataset.reading;
    if (isChosen && selection.what && !(isNarrow() && isReading)) showPicked(); // on a narrow screen the article stays
  }

  /* What an answer or a path speaks of follows the selection from the server. */
  function showLit(lit) {
    window.dramatis.canvas.select(lit);
    window.dramatis.reader.choose(lit);
    drawSoon(withDrawn(window.dramatis.story.now().filters, lit.ids));
  }

  window.dramatis.draw = draw;

  /* --- Trying a sentence: what the field tells of itself lags behind quick fingers --- */
  function trySentence(text) {
    tell("trial-text", { value: text });
    document.getElementById("trial-read").click();
  }

  /* --- Clicks and keys on whatever carries one of the data attributes below --- */
  const PRESSED = ["what", "read", "press", "sheet", "tab", "most", "open", "group", "example", "dialog", "widen"].map((name) => `[data-${name}]`).join();
  function press(target) {
    const { what, id, to, read, start, end, press: button, sheet, tab, most, open, group, shown, example, dialog, widen } = target.dataset;
    if (to !== undefined || widen !== undefined) document.getElementById("evidence").focus(); // the button goes with its panel
    if (to !== undefined) {
      choose({ what, ids: [id, to] });
    } else if (what !== undefined) {
      choose(shown ? { what, id, shown: +shown } : { what, id });
    } else if (read !== undefined) {
      tell("reader", { data: { article: read, start: start ? +start : null, end: end ? +end : null, at: Date.now() } });
    } else if (button !== undefined) {
      document.getElementById(button).click();
    } else if (most !== undefined) {
      draw({ most: +most });
    } else if (open !== undefined || group !== undefined) {
      const [name, id] = open === undefined ? ["grouped", group] : ["opened", open];
      draw({ [name]: [...(extent[name] || []), id] });
    } else if (example !== undefined) {
      trySentence(example);
    } else if (dialog !== undefined) {
      tell(dialog, { opened: true });
    } else if (tab !== undefined) {
      tell("view-tabs", { value: tab });
    } else if (widen !== undefined) {
      window.dramatis.gestures.widen();
    } else {
      openSheet(sheet);
    }
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest(PRESSED);
    if (target && target !== document.documentElement) press(target);
    if (target?.matches(".skip")) {
      event.preventDefault(); // a place in the page would be a step in the address
      focusOnceShown("actor-list");
    }
    if (event.target.closest("#try-sentence")) focusOnceShown("trial-text");
  });

  /* A dialog that is still hidden when it opens cannot take the focus by itself. */
  function focusOnceShown(id, until = performance.now() + 3000) {
    const field = document.getElementById(id);
    if (field?.checkVisibility({ visibilityProperty: true })) field.focus();
    if (document.activeElement !== field && performance.now() < until) requestAnimationFrame(() => focusOnceShown(id, until));
  }

  document.addEventListener("keydown", (event) => {
    const writing = event.target.matches("input, textarea, [contenteditable]");
    if (event.key === "?" && !writing) tell("key-help", { opened: true });
    if (event.key === "/" && !writing) {
      event.preventDefault();
      document.getElementById("filter-text").focus();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "trial-text") {
      trySentence(event.target.value);
    }
    const opened = [...document.querySelectorAll("[role=dialog], [role=listbox]")].some((found) => found.checkVisibility());
    if (event.key === "Escape" && !writing && !opened) {
      if (document.documentElement.dataset.reading) window.dramatis.reader.close();
      else if (document.documentElement.dataset.sheet) openSheet("");
      else choose(null);
    }
  });

  /* A file dropped beside the field for it would take the browser away from the page. */
  const bringsFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragenter", (event) => {
    if (bringsFiles(event)) tell("add-dialog", { opened: true });
  });
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (bringsFiles(event)) event.preventDefault();
    });
  }

  function start() {
    if (!window.dash_clientside?.set_props || !document.querySelector(".figure")) {
      requestAnimationFrame(start);
      return;
    }
    watchScheme();
    watchDrawings();
    new ResizeObserver(seek).observe(document.querySelector(".figure")); // tells too that its tab is opened
  }

  function watchDrawings() {
    if (plot()?.on) plot().on("plotly_afterplot", () => setTimeout(seek));
    else requestAnimationFrame(watchDrawings);
  }

  function nameFiles() {
    const [files, folder] = ["upload", "upload-folder"].map((id) => document.querySelector(`#${id} input`));
    if (!files || !folder) {
      requestAnimationFrame(nameFiles);
      return;
    }
    files.setAttribute("aria-label", "Choose files with articles");
    folder.setAttribute("aria-label", "Choose a folder with articles");
  }
  nameFiles();
  start();
  window.dramatis.selection.watch(showSelection);

  window.dramatis = Object.assign(window.dramatis || {}, { page: { showPicked, showLit } });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    /* Where not the whole network is drawn, another part of it may have to be. */
    drawMore: (filters) => withPicked(filters, window.dramatis.selection.now()),
    gatherLook: (size, colour, hulls) => {
      document.getElementById("legend").dataset.colour = colour;
      const former = look;
      look = JSON.stringify({ size, colour, hulls });
      return look === former ? keep() : { size, colour, hulls };
    },
    moveCamera: () => {
      const { camera, gestures } = window.dramatis;
      const act = {
        "zoom-in": () => camera.zoomBy(0.7),
        "zoom-out": () => camera.zoomBy(1.4),
        "zoom-fit": camera.fit,
        "camera-back": camera.back,
        "select-box": () => gestures.choose("box"),
        "select-lasso": () => gestures.choose("lasso"),
        unpin: gestures.unpin,
      }[window.dash_clientside.callback_context.triggered_id];
      if (camera.isReady()) act?.();
      return keep();
    },
  });
})();
