/* Plotly moves each point to its place by a transform, and the browser keeps a space of its own for each that has one:
   with thousands of points that costs more than to paint them. Here a point's place is written into its path instead. */
(() => {
  "use strict";
  const PART = /([MLHVAZlhvz])([^MLHVAZlhvz]*)/g;
  const NUMBER = /-?[\d.]+(?:e-?\d+)?/g;
  const PLACE = /^translate\(([^)]+)\)$/;
  const tails = new Map(); // of the paths that many points share

  /* Returns a path without where it begins: all in it is told from there. */
  function tailOf(path) {
    let [tail, x, y, first] = ["", 0, 0, [0, 0]];
    const to = (letter, across, down) => {
      tail += `${letter}${(across - x).toFixed(2)},${(down - y).toFixed(2)}`;
      [x, y] = [across, down];
    };
    for (const [, kind, rest] of path.matchAll(PART)) {
      const numbers = (rest.match(NUMBER) || []).map(Number);
      const [across, down] = numbers.slice(-2);
      if (kind === "M") {
        to("m", across, down);
        first = [x, y];
      } else if (kind === "L") to("l", across, down);
      else if (kind === "l") to("l", x + across, y + down);
      else if (kind === "H") to("l", numbers[0], y);
      else if (kind === "h") to("l", x + numbers[0], y);
      else if (kind === "V") to("l", x, numbers[0]);
      else if (kind === "v") to("l", x, y + numbers[0]);
      else if (kind === "A") to(`a${numbers.slice(0, 5).join()},`, across, down);
      else {
        tail += "z";
        [x, y] = first;
      }
    }
    return tail;
  }

  function sharedTail(path) {
    if (!tails.has(path)) tails.set(path, tailOf(path));
    return tails.get(path);
  }

  window.dramatis = window.dramatis || {};
  /* Writes their places into the paths of points that Plotly has drawn; `areShared` where many are of one path. */
  window.dramatis.settlePoints = (points, areShared) => {
    for (const point of points) {
      const place = PLACE.exec(point.getAttribute("transform") || "");
      if (!place) continue;
      const path = point.getAttribute("d");
      point.setAttribute("d", `M${place[1]}${areShared ? sharedTail(path) : tailOf(path)}`);
      point.removeAttribute("transform");
    }
  };
})();
