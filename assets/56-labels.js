/* Names and words beside what is drawn, as many as have room: the most important first, each on its best free side, no
   two overlapping. Where discs leave a name no side, another name moves to a free side of its own; an important actor's name
   otherwise stands farther off, with a leader to its disc. All stands in a layer of its own, so that a zoom or a filter writes
   it anew without a drawing. */
(() => {
  "use strict";
  const SIDES = [ // across, up
    [1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1],
    [1, 0.5], [1, -0.5], [-1, 0.5], [-1, -0.5], [0.5, 1], [-0.5, 1], [0.5, -1], [-0.5, -1],
  ];
  const WORD_SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0]];
  const MOST_URGED = 40; // for so many of the most important actors another name may move, or a leader be drawn
  const MOST_NAMES = 140;
  const MOST_FREE = 320; // so many discs no label may cover; with more, those of lesser actors may go under a name
  const MOST_WORDS = 90;
  const LONGEST_NAME = 32;
  const LEAST_GAP = 2.3; // pixels between a mark and its label, whose box would touch it else
  const HALF_LINE = 0.6; // pixels: half as wide as a leader is
  const DOT = 1.7; // pixels: the radius of a leader's end
  const COVERS = ".zoom, .drawn-note, .chips";
  const SVG = "http://www.w3.org/2000/svg";

  let names = []; // what is written while nothing stands out: { mark, words, font, move, boxes, leader, text, line }
  let words = [];
  let extra = []; // the names and words of what stands out
  let pinned = [];
  let covers = []; // boxes of what stands over the canvas
  let toScreen = null; // from points of the figure, for the camera at the last writing
  const camera = () => window.dramatis.camera;

  /* --- How wide a text is --- */
  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  function widthOf(text, font) {
    const key = `${font}|${text}`;
    if (!widths.has(key)) {
      pen.font = font;
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  }

  function shortened(text) {
    return text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
  }

  function labelOf(mark) {
    const [text, size, font, sides] = mark.what === "relation"
      ? [mark.text, 12, "italic 400 12px Newsreader", WORD_SIDES]
      : [shortened(mark.text), mark.font.size, `${mark.font.weight} ${mark.font.size}px Inter`, SIDES];
    const gap = Math.max(mark.radius / 0.8 + 1, mark.radius + LEAST_GAP);
    return { mark, words: text, size, font, sides, half: widthOf(text, font) / 2, gap, at: toScreen(mark) };
  }

  /* --- Room --- */
  function discBox(mark) {
    const [x, y] = toScreen(mark);
    return [x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius];
  }

  function isSeen(mark) {
    const { width, height } = camera().size();
    const [x, y] = toScreen(mark);
    return mark.shown && x >= 0 && y >= 0 && x <= width && y <= height;
  }

  function isCovered(mark) {
    const [x, y] = toScreen(mark);
    return covers.some(([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom);
  }

  /* Returns room that is taken by discs, and by what covers the canvas. */
  function roomBeside(discs) {
    const room = window.dramatis.room(camera().size());
    for (const mark of discs) room.take(discBox(mark), mark);
    for (const box of covers) room.take(box, null);
    return room;
  }

  /* What covers the canvas is measured when it changes, not at each writing, which would lay out the page. */
  function watchCovers() {
    const figure = document.querySelector(".figure");
    if (!figure) {
      requestAnimationFrame(watchCovers);
      return;
    }
    const watched = [figure, ...document.querySelectorAll(COVERS)];
    const measure = new ResizeObserver((entries) => {
      const [canvas, ...boxes] = watched.map((element) => element.getBoundingClientRect());
      const former = String(covers);
      covers = boxes.filter(({ width }) => width).map(({ left, top, right, bottom }) => (
        [left - canvas.left, top - canvas.top, right - canvas.left, bottom - canvas.top]
      ));
      const isOther = entries.some(({ target }) => target !== figure) && String(covers) !== former;
      if (isOther && camera().isReady()) window.dramatis.story.afterPaint(window.dramatis.canvas.label);
    });
    for (const element of watched) measure.observe(element);
  }
  watchCovers();

  /* --- Writing --- */
  function layer(name) {
    if (!document.querySelector(".labels")) {
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("class", "labels");
      for (const part of ["words", "names", "extra", "pins"]) {
        svg.appendChild(document.createElementNS(SVG, "g")).setAttribute("class", part);
      }
      document.querySelector(".figure").append(svg);
    }
    return document.querySelector(`.labels .${name}`);
  }

  /* Returns the shape of a leader that starts with a dot in the disc: an area, so that it can have a rim as letters have. */
  function shapeOf([across, down]) {
    const long = Math.hypot(across, down);
    const [x, y] = [(-down / long) * HALF_LINE, (across / long) * HALF_LINE];
    const line = `M${x},${y}L${across + x},${down + y}L${across - x},${down - y}L${-x},${-y}Z`;
    return `${line}M${-DOT},0a${DOT},${DOT} 0 1 0 ${2 * DOT},0a${DOT},${DOT} 0 1 0 ${-2 * DOT},0Z`;
  }

  /* A text that looks as a former one did takes its element: to move words costs less than to set them. */
  function write(name, labels) {
    const place = layer(name);
    const spare = new Map();
    for (const text of place.querySelectorAll("text")) {
      if (spare.has(text.look)) spare.get(text.look).push(text);
      else spare.set(text.look, [text]);
    }
    const written = labels.map((label) => {
      const look = `${label.mark.what} ${label.font} ${label.words}`;
      label.text = spare.get(look)?.pop() || textOf(label, look);
      label.line = label.leader && leaderOf(label);
      put(label);
      return [label.text, label.line];
    });
    for (const element of [...place.querySelectorAll(".leader"), ...[...spare.values()].flat()]) element.remove();
    place.prepend(...written.map(([, line]) => line).filter(Boolean));
    place.append(...written.map(([text]) => text).filter(({ isConnected }) => !isConnected));
  }

  function leaderOf({ leader }) {
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("class", "leader");
    line.setAttribute("d", shapeOf(leader));
    return line;
  }

  function textOf({ mark, font, words }, look) {
    const text = document.createElementNS(SVG, "text");
    text.textContent = words;
    text.setAttribute("class", mark.what);
    text.style.font = font;
    text.look = look;
    return text;
  }

  function put({ text, line, mark, move }) {
    const [x, y] = toScreen(mark);
    stand(text, x + move[0], y + move[1]);
    if (line) stand(line, x, y);
  }

  function stand(element, x, y) {
    const words = `translate(${x.toFixed(1)},${y.toFixed(1)})`;
    if (element.getAttribute("transform") !== words) element.setAttribute("transform", words);
  }

  function wear({ text, line }, name, wanted) {
    for (const element of [text, line]) element?.classList.toggle(name, wanted);
  }

  function place(actors, relations) {
    if (!camera().isReady()) return;
    toScreen = camera().screen();
    const ranked = actors.filter(isSeen).sort((one, other) => other.radius - one.radius || (one.text < other.text ? -1 : 1));
    const room = roomBeside(ranked.slice(0, MOST_FREE));
    for (const mark of relations) if (mark.shown) for (const point of mark.points) room.count(toScreen(point), 1);
    for (const mark of ranked.slice(MOST_FREE)) room.count(toScreen(mark), 4);
    room.sum();
    const { settle, displace, lead } = window.dramatis.places;
    names = ranked.filter((mark) => !isCovered(mark)).slice(0, MOST_NAMES).map(labelOf).filter((label, rank) => (
      settle(label, room) || (rank < MOST_URGED && (displace(label, room) || lead(label, room)))
    ));
    const told = relations.filter(isSeen);
    for (const mark of told) room.take(discBox(mark), mark);
    words = told.slice(0, MOST_WORDS).map(labelOf).filter((label) => settle(label, room));
    write("words", words);
    write("names", names);
    pinned = actors.filter((mark) => mark.shown && mark.id in camera().pins());
    layer("pins").replaceChildren(...pinned.map(() => {
      const sign = document.createElementNS(SVG, "path");
      sign.setAttribute("class", "pin");
      sign.setAttribute("d", "M0,6V1M-3,1H3L2,-2V-6H-2V-2Z");
      return sign;
    }));
    stick();
  }

  /* A pin stands at the upper right of each actor that stays where it was dragged to. */
  function stick() {
    [...layer("pins").children].forEach((sign, at) => {
      const [x, y] = camera().toScreen(pinned[at]);
      const reach = 0.71 * pinned[at].radius + 3;
      sign.setAttribute("transform", `translate(${x + reach},${y - reach}) rotate(35)`);
    });
  }

  /* What stands out gets its names and words, and those of the rest make way. */
  function focus(actors, relations) {
    const marks = new Set([...actors, ...relations]);
    for (const label of names) {
      wear(label, "strong", marks.has(label.mark));
      wear(label, "gone", false);
    }
    extra = [];
    if (marks.size && camera().isReady()) {
      toScreen = camera().screen();
      const kept = names.filter(({ mark }) => marks.has(mark));
      const named = new Set(kept.map(({ mark }) => mark));
      const room = roomBeside(actors.filter(isSeen));
      for (const label of kept) window.dramatis.places.settleAt(label, label, room);
      const settled = (found) => (
        found.filter(isSeen).slice(0, MOST_WORDS).map(labelOf).filter((label) => window.dramatis.places.settle(label, room))
      );
      extra = settled(actors.filter((mark) => !named.has(mark)));
      for (const mark of relations.filter(isSeen)) room.take(discBox(mark), mark);
      extra.push(...settled(relations));
      for (const label of names) {
        const isTaken = (box) => room.some(box, (holder) => extra.includes(holder));
        if (!marks.has(label.mark) && label.boxes.some(isTaken)) wear(label, "gone", true);
      }
    }
    write("extra", extra);
  }

  document.fonts?.addEventListener("loadingdone", () => {
    widths.clear();
    if (camera().isReady()) window.dramatis.canvas.label();
  });

  window.dramatis = window.dramatis || {};
  window.dramatis.labels = {
    place,
    focus,
    /* Keeps every label beside its mark while that moves. */
    follow() {
      toScreen = camera().screen();
      for (const label of [...names, ...words, ...extra]) put(label);
      stick();
    },
  };
})();
