/* What stands out: copies of its elements in a layer of their own above the network, which is then dimmed as one picture.
   So hovering costs what stands out, not all that is drawn. */
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const LAYERS = ["lines", "arrows", "handles", "discs"]; // from the lowest

  function layer() {
    const figure = document.querySelector(".figure");
    let svg = figure.querySelector(".lit");
    if (!svg) {
      svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("class", "lit");
      figure.querySelector(".network").after(svg);
    }
    return svg;
  }

  function partsOf(marks) {
    const parts = Object.fromEntries(LAYERS.map((name) => [name, []]));
    for (const { what, elements: [point], line, arrow } of marks) {
      parts[what === "actor" ? "discs" : "handles"].push(point);
      if (line) parts.lines.push(line);
      if (arrow) parts.arrows.push(arrow);
    }
    return parts;
  }

  window.dramatis = window.dramatis || {};
  /* Lets marks stand out; none lets the network have its full strength. */
  window.dramatis.highlight = (marks) => {
    document.querySelector(".figure").classList.toggle("focused", marks.size > 0);
    const parts = partsOf(marks);
    layer().replaceChildren(...LAYERS.flatMap((name) => parts[name].map((element) => element.cloneNode())));
  };
})();
