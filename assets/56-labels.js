/* Names and words beside what is drawn, as many as have room: the most important first, each on its best free side, no
   two overlapping. They stand in a layer of their own, so that a zoom or a filter writes them anew without a drawing. */
(() => {
  "use strict";
  const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]]; // across, up
  const WORD_SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0]];
  const MOST_NAMES = 140;
  const MOST_FREE = 320; // so many discs no label may cover; with more, those of lesser actors may go under a name
  const MOST_WORDS = 90;
  const LONGEST_NAME = 32;
  const AIR = 1.5; // pixels around every label
  const LINE_COST = 0.25; // how much worse a side is for each point of a line beneath the label
  const CELL = 6; // pixels: how finely the lines beneath a label are counted
  const SVG = "http://www.w3.org/2000/svg";

  let names = []; // what is written while nothing stands out: { mark, words, font, side, move, box, element }
  let words = [];
  let extra = []; // the names and words of what stands out
  let pinned = [];
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
    if (mark.what === "relation") return { mark, words: mark.text, size: 12, font: "italic 400 12px Newsreader", sides: WORD_SIDES };
    const { size, weight } = mark.font;
    return { mark, words: shortened(mark.text), size, font: `${weight} ${size}px Inter`, sides: SIDES };
  }

  /* --- Room --- */
  const overlap = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

  function discBox(mark) {
    const [x, y] = toScreen(mark);
    return [x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius];
  }

  function boxOn(label, [across, up]) {
    const [x, y] = toScreen(label.mark);
    const width = widthOf(label.words, label.font);
    const gap = label.mark.radius / 0.8 + 1;
    const move = [across * (gap + width / 2), -up * (gap + label.size / 2)];
    const [wide, high] = [width / 2 + AIR, 0.55 * label.size + AIR];
    return { move, box: [x + move[0] - wide, y + move[1] - high, x + move[0] + wide, y + move[1] + high] };
  }

  function settle(label, taken, lines) {
    const { width, height } = camera().size();
    let least = Infinity;
    label.sides.forEach((side, rank) => {
      const { move, box } = boxOn(label, side);
      if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) return;
      if (taken.some((other) => overlap(box, other))) return;
      const cost = rank + LINE_COST * (lines ? lines(box) : 0);
      if (cost < least) [least, label.side, label.move, label.box] = [cost, side, move, box];
    });
    if (label.box) taken.push(label.box);
    return Boolean(label.box);
  }

  function isSeen(mark) {
    const { width, height } = camera().size();
    const [x, y] = toScreen(mark);
    return mark.shown && x >= 0 && y >= 0 && x <= width && y <= height;
  }

  /* Returns a function that counts how many points of lines and discs lie in a box, in four look-ups. */
  function counter(relations, discs) {
    const { width, height } = camera().size();
    const [columns, rows] = [Math.ceil(width / CELL) + 1, Math.ceil(height / CELL) + 1];
    const table = new Int32Array((columns + 1) * (rows + 1));
    const count = (point, weight) => {
      const [x, y] = toScreen(point);
      if (x < 0 || y < 0 || x > width || y > height) return;
      table[(Math.floor(y / CELL) + 1) * (columns + 1) + Math.floor(x / CELL) + 1] += weight;
    };
    for (const mark of relations) if (mark.shown) for (const point of mark.points) count(point, 1);
    for (const mark of discs) count(mark, 4);
    for (let row = 1; row <= rows; row += 1) {
      let sum = 0;
      for (let column = 1; column <= columns; column += 1) {
        sum += table[row * (columns + 1) + column];
        table[row * (columns + 1) + column] = table[(row - 1) * (columns + 1) + column] + sum;
      }
    }
    const upTo = (x, y) => {
      const [column, row] = [Math.round(x / CELL), Math.round(y / CELL)];
      return table[Math.max(0, Math.min(rows, row)) * (columns + 1) + Math.max(0, Math.min(columns, column))];
    };
    return ([left, top, right, bottom]) => upTo(right, bottom) - upTo(left, bottom) - upTo(right, top) + upTo(left, top);
  }

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

  function write(name, labels) {
    layer(name).replaceChildren(...labels.map((label) => {
      const text = document.createElementNS(SVG, "text");
      text.textContent = label.words;
      text.setAttribute("class", label.mark.what);
      text.style.font = label.font;
      label.element = text;
      put(label);
      return text;
    }));
  }

  function put({ element, mark, move }) {
    const [x, y] = toScreen(mark);
    element.setAttribute("transform", `translate(${(x + move[0]).toFixed(1)},${(y + move[1]).toFixed(1)})`);
  }

  function place(actors, relations) {
    if (!camera().isReady()) return;
    toScreen = camera().screen();
    const ranked = actors.filter(isSeen).sort((one, other) => other.radius - one.radius || (one.text < other.text ? -1 : 1));
    const taken = ranked.slice(0, MOST_FREE).map(discBox);
    const lines = counter(relations, ranked.slice(MOST_FREE));
    names = ranked.slice(0, MOST_NAMES).map(labelOf).filter((label) => settle(label, taken, lines));
    const told = relations.filter(isSeen);
    taken.push(...told.map(discBox));
    words = told.slice(0, MOST_WORDS).map(labelOf).filter((label) => settle(label, taken, lines));
    write("words", words);
    write("names", names);
    pinned = actors.filter((mark) => mark.shown && mark.id in camera().pins());
    layer("pins").replaceChildren(...pinned.map(() => {
      const sign = document.createElementNS(SVG, "path");
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
    for (const label of names) label.element.setAttribute("class", marks.has(label.mark) ? "actor strong" : "actor");
    extra = [];
    if (marks.size && camera().isReady()) {
      toScreen = camera().screen();
      const kept = names.filter(({ mark }) => marks.has(mark));
      const named = new Set(kept.map(({ mark }) => mark));
      const taken = [...actors.filter(isSeen).map(discBox), ...kept.map(({ box }) => box)];
      const settled = (found) => found.filter(isSeen).slice(0, MOST_WORDS).map(labelOf).filter((label) => settle(label, taken));
      extra = settled(actors.filter((mark) => !named.has(mark)));
      taken.push(...relations.filter(isSeen).map(discBox));
      extra.push(...settled(relations));
      for (const { mark, box, element } of names) {
        if (!marks.has(mark) && extra.some((label) => overlap(label.box, box))) element.classList.add("gone");
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
