/* What the browser does alone: it tells the server its size and colours, and turns clicks and keys into selections. */
(() => {
  "use strict";
  const NONE = { what: "", id: "" };
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const keep = () => window.dash_clientside.no_update;
  const plot = () => document.querySelector("#network .js-plotly-plot");
  const later = (wait, action) => {
    let timer;
    return (...values) => {
      clearTimeout(timer);
      timer = setTimeout(() => action(...values), wait);
    };
  };

  /* --- The canvas: its size, and the window of it that is seen --- */
  let canvas = null;
  const tellCanvas = later(200, () => tell("canvas-size", { data: { ...canvas } }));

  function watchSize() {
    const box = document.querySelector(".figure");
    new ResizeObserver(() => {
      const width = Math.round(box.clientWidth);
      const height = Math.round(box.clientHeight);
      if (!width || !height || (canvas && canvas.width === width && canvas.height === height)) return;
      canvas = { width, height, window: null };
      tellCanvas();
    }).observe(box);
  }

  function seenWindow() {
    const { xaxis, yaxis } = plot()._fullLayout;
    const seen = [xaxis.range[0], yaxis.range[0], xaxis.range[1], yaxis.range[1]];
    const whole = [0, 0, canvas.width, canvas.height];
    return seen.every((side, at) => Math.abs(side - whole[at]) < 2) ? null : seen;
  }

  function look(xRange, yRange) {
    window.Plotly.relayout(plot(), { "xaxis.range": xRange, "yaxis.range": yRange });
  }

  function zoomBy(factor) {
    const { xaxis, yaxis } = plot()._fullLayout;
    const around = ([low, high]) => {
      const middle = (low + high) / 2;
      return [middle - ((high - low) * factor) / 2, middle + ((high - low) * factor) / 2];
    };
    look(around(xaxis.range), around(yaxis.range));
  }

  function zoomFit() {
    look([0, canvas.width], [0, canvas.height]);
  }

  /* --- Light and dark: the page follows Mantine, which follows the system or the reader --- */
  function watchScheme() {
    const root = document.documentElement;
    const look = () => {
      const scheme = root.getAttribute("data-mantine-color-scheme");
      if (scheme === "light" || scheme === "dark") tell("scheme", { data: scheme });
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

  /* On a narrow screen the evidence covers the lower part: bring what is selected into the part that is left. */
  function bringForward({ what, id }) {
    const mark = window.dramatis.canvas.find({ what, id });
    if (!mark || !canvas) return;
    const { xaxis, yaxis } = plot()._fullLayout;
    const wide = (xaxis.range[1] - xaxis.range[0]) / 2;
    const high = yaxis.range[1] - yaxis.range[0];
    const free = (window.innerHeight - document.getElementById("evidence-pane").offsetHeight - 100) / canvas.height / 2;
    const { x, y } = mark;
    look([x - wide, x + wide], [y - high * (1 - free), y + high * free]);
  }

  const isNarrow = () => window.matchMedia("(max-width: 760px)").matches;

  /* --- How much of a large network is drawn --- */
  let extent = {};
  function drawUpTo(most) {
    extent = { ...extent, most };
    tell("extent", { data: extent });
  }

  /* --- Trying a sentence: what the field tells of itself lags behind quick fingers --- */
  function trySentence(text) {
    tell("trial-text", { value: text });
    document.getElementById("trial-read").click();
  }

  /* --- Clicks and keys on whatever carries one of the data attributes below --- */
  const PRESSED = ["what", "read", "press", "sheet", "tab", "most", "example"].map((name) => `[data-${name}]`).join();
  function press(target) {
    const { what, id, read, start, end, press: button, sheet, tab, most, shown, example } = target.dataset;
    if (what !== undefined) {
      tell("selection", { data: shown ? { what, id, shown: +shown } : { what, id } });
      if (target.closest("#reader-body")) tell("reader-drawer", { opened: false });
    } else if (read !== undefined) {
      tell("reader", { data: { article: read, start: start ? +start : null, end: end ? +end : null, at: Date.now() } });
    } else if (button !== undefined) {
      document.getElementById(button).click();
    } else if (most !== undefined) {
      drawUpTo(+most);
    } else if (example !== undefined) {
      trySentence(example);
    } else if (tab !== undefined) {
      tell("view-tabs", { value: tab });
    } else {
      openSheet(sheet);
    }
  }

  document.addEventListener("click", (event) => {
    if (event.detail === 2 && event.target.closest("#network .nsewdrag")) zoomFit();
    const target = event.target.closest(PRESSED);
    if (target && target !== document.documentElement) press(target);
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
    if (event.key === "/" && !writing) {
      event.preventDefault();
      document.getElementById("filter-text").focus();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "trial-text") {
      trySentence(event.target.value);
    }
    const opened = [...document.querySelectorAll("[role=dialog], [role=listbox]")].some((found) => found.checkVisibility());
    if (event.key === "Escape" && !writing && !opened) {
      if (document.documentElement.dataset.sheet) openSheet("");
      else tell("selection", { data: NONE });
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
    const files = document.querySelector("#upload input");
    if (!window.dash_clientside?.set_props || !document.querySelector(".figure") || !files) {
      requestAnimationFrame(start);
      return;
    }
    files.setAttribute("aria-label", "Choose .txt or .html files");
    watchSize();
    watchScheme();
  }
  start();

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = {
    gatherFilters: (text, kinds, families, types, statuses, least, articles) => ({
      text: text || "", kinds, families, types, statuses, min_sentences: Number(least) || 1, articles,
    }),
    clearFilters: () => ["", [], [], [], [], 1, []],
    showShown: (shown) => {
      window.dramatis.canvas.show(shown && { actors: new Set(shown.actors), relations: new Set(shown.relations) });
      return keep();
    },
    /* Where not the whole network is drawn, another part of it may have to be. */
    drawMore: (filters, selection) => {
      const { hasAll, find } = window.dramatis.canvas;
      if (!plot()?.data.length || hasAll()) return keep();
      const also = !selection?.what || find(selection) ? extent.also || [] : [selection.id];
      const wanted = { ...extent, filters, also };
      if (JSON.stringify(wanted) === JSON.stringify(extent)) return keep();
      extent = wanted;
      return extent;
    },
    watchZoom: (change) => {
      const zoomed = Object.keys(change || {}).some((name) => name.startsWith("xaxis"));
      if (!zoomed || !canvas || !plot()?.data.length) return keep();
      const seen = seenWindow();
      if (JSON.stringify(seen) !== JSON.stringify(canvas.window)) {
        canvas = { ...canvas, window: seen };
        tellCanvas();
      }
      return keep();
    },
    showSelection: (selection) => {
      window.dramatis.canvas.select(selection);
      if (selection?.shown) return keep();
      if (selection?.what && isNarrow()) {
        if (document.documentElement.dataset.sheet !== "evidence") openSheet("evidence");
        setTimeout(bringForward, 350, selection);
      }
      document.getElementById("evidence")?.scrollTo({ top: 0 });
      return keep();
    },
    showPlace: () => {
      setTimeout(() => document.getElementById("here")?.scrollIntoView({ block: "center" }), 60);
      return keep();
    },
    zoom: () => {
      const control = window.dash_clientside.callback_context.triggered_id;
      if (plot() && canvas) control === "zoom-fit" ? zoomFit() : zoomBy(control === "zoom-in" ? 0.7 : 1.4);
      return keep();
    },
    savePicture: (clicks, frame) => window.dramatisPicture(plot(), frame),
  };
})();
