/* Room for labels on a canvas: by what each box, [left, top, right, bottom], is taken, and how much lies beneath it. */
(() => {
  "use strict";
  const SQUARE = 40; // pixels: boxes are looked up by the squares that they touch
  const CELL = 6; // pixels: how finely what lies beneath a box is counted

  const overlap = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

  function index() {
    const squares = new Map(); // number -> [box, holder] of all that touches the square
    /* Says whether something holds for one of the squares that a box touches. */
    function someSquare([left, top, right, bottom], holds) {
      const [first, last] = [Math.floor(left / SQUARE), Math.floor(right / SQUARE)];
      for (let row = Math.floor(top / SQUARE); row <= Math.floor(bottom / SQUARE); row += 1) {
        for (let column = first; column <= last; column += 1) if (holds(row * 1000 + column)) return true;
      }
      return false;
    }
    return {
      take(box, holder) {
        someSquare(box, (number) => {
          if (!squares.has(number)) squares.set(number, []);
          squares.get(number).push([box, holder]);
        });
      },
      leave(box) {
        someSquare(box, (number) => {
          squares.set(number, squares.get(number).filter(([other]) => other !== box));
        });
      },
      /* Says whether something holds for one of those that have taken some of a box. */
      some: (box, holds) => someSquare(box, (number) => (
        squares.get(number)?.some(([other, holder]) => overlap(box, other) && holds(holder))
      )),
    };
  }

  /* Counts points; once they are summed, those in a box are found by four look-ups. */
  function counter({ width, height }) {
    const [columns, rows] = [Math.ceil(width / CELL) + 1, Math.ceil(height / CELL) + 1];
    const table = new Int32Array((columns + 1) * (rows + 1));
    const upTo = (x, y) => {
      const [column, row] = [Math.round(x / CELL), Math.round(y / CELL)];
      return table[Math.max(0, Math.min(rows, row)) * (columns + 1) + Math.max(0, Math.min(columns, column))];
    };
    return {
      count([x, y], weight) {
        if (x < 0 || y < 0 || x > width || y > height) return;
        table[(Math.floor(y / CELL) + 1) * (columns + 1) + Math.floor(x / CELL) + 1] += weight;
      },
      sum() {
        for (let row = 1; row <= rows; row += 1) {
          let sum = 0;
          for (let column = 1; column <= columns; column += 1) {
            sum += table[row * (columns + 1) + column];
            table[row * (columns + 1) + column] = table[(row - 1) * (columns + 1) + column] + sum;
          }
        }
      },
      beneath: ([left, top, right, bottom]) => upTo(right, bottom) - upTo(left, bottom) - upTo(right, top) + upTo(left, top),
    };
  }

  window.dramatis = window.dramatis || {};
  /* Returns the empty room of a canvas, { width, height }. */
  window.dramatis.room = ({ width, height }) => {
    const boxes = index();
    const isInside = ([left, top, right, bottom]) => left >= 0 && top >= 0 && right <= width && bottom <= height;
    return { ...boxes, ...counter({ width, height }), isInside, isFree: (box) => isInside(box) && !boxes.some(box, () => true) };
  };
})();
