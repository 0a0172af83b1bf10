/* The place of a label, { mark, at, half, gap, size, sides }: the disc or sign of its mark is `at` a point of the screen, `half`
   is half its width, `gap` its distance from that point, and `sides` are where it may stand, [across, up], the best first.
   One that has found its place has how far it is moved from its mark and the boxes that it takes: { move, boxes, leader }. */
(() => {
  "use strict";
  const AIR = 1.5; // pixels around every label
  const WAYS = Array.from({ length: 16 }, (_, at) => [Math.cos((Math.PI * at) / 8), Math.sin((Math.PI * at) / 8)]); // of leaders
  const REACHES = [14, 26, 38, 50, 62]; // pixels between a disc and a name with a leader
  const LINE_COST = 0.25; // how much worse a side is for each point of a line beneath the label
  const DISC_COST = 1; // how much worse a leader is for each of its pieces that crosses a disc
  const PIECE = 5; // pixels: a leader takes its room in pieces

  function boxAt({ at: [x, y], half, size }, move) {
    const [wide, high] = [half + AIR, 0.55 * size + AIR];
    return [x + move[0] - wide, y + move[1] - high, x + move[0] + wide, y + move[1] + high];
  }

  /* Returns the places at the sides of a mark, the best first. */
  function placesBeside(label) {
    const { gap, half } = label;
    label.beside ||= label.sides.map(([across, up], rank) => {
      const move = [across * (gap + half), -up * (gap + label.size / 2)];
      return { move, boxes: [boxAt(label, move)], cost: rank };
    });
    return label.beside;
  }

  function cheapest(places, room) {
    let [least, found] = [Infinity, null];
    for (const place of places) {
      const cost = place.cost + LINE_COST * room.beneath(place.boxes[0]);
      if (cost < least) [least, found] = [cost, place];
    }
    return found;
  }

  function settleAt(label, place, room) {
    Object.assign(label, place);
    for (const box of label.boxes) room.take(box, label);
  }

  /* Each of these three says whether it found a place for a label. */
  function settle(label, room) {
    const place = cheapest(placesBeside(label).filter(({ boxes: [box] }) => room.isFree(box)), room);
    if (place) settleAt(label, place, room);
    return Boolean(place);
  }

  /* Settles a label where one other stands that has another free side. */
  function displace(label, room) {
    for (const place of placesBeside(label)) {
      let other = null;
      const isBlocked = !room.isInside(place.boxes[0]) || room.some(place.boxes[0], (holder) => {
        const stays = !holder?.boxes || holder.leader || (other && holder !== other);
        other = holder;
        return stays;
      });
      if (isBlocked) continue;
      const { move, boxes } = other;
      room.leave(boxes[0]);
      settleAt(label, place, room);
      if (settle(other, room)) return true;
      room.leave(place.boxes[0]);
      settleAt(other, { move, boxes }, room);
    }
    return false;
  }

  /* Settles a label farther off, with a leader that crosses no other label, no larger disc and few smaller ones. */
  function lead(label, room) {
    const { gap, half } = label;
    for (const reach of REACHES) {
      const places = WAYS.map(([across, up]) => {
        const aside = Math.max(-1, Math.min(1, 2 * across)) * half;
        const move = [across * (gap + reach) + aside, -up * (gap + reach + label.size / 2)];
        return { move, box: boxAt(label, move) };
      }).filter(({ box }) => room.isFree(box)).map(({ move, box }) => leaderTo(label, move, box, room));
      const place = cheapest(places.filter(Boolean), room);
      if (place) {
        settleAt(label, place, room);
        return true;
      }
    }
    return false;
  }

  function leaderTo(label, move, box, room) {
    const [x, y] = label.at;
    const end = [Math.max(box[0], Math.min(box[2], x)) - x, Math.max(box[1], Math.min(box[3], y)) - y];
    const long = Math.hypot(...end);
    const boxes = [box];
    let cost = 0;
    for (let at = label.mark.radius + PIECE; at < long; at += PIECE) {
      const [across, down] = [x + (end[0] * at) / long, y + (end[1] * at) / long];
      const piece = [across - PIECE / 2, down - PIECE / 2, across + PIECE / 2, down + PIECE / 2];
      if (room.some(piece, (holder) => !holder || holder.boxes || holder.radius > label.mark.radius)) return null;
      if (room.some(piece, () => true)) cost += DISC_COST;
      boxes.push(piece);
    }
    return { move, boxes, cost, leader: end };
  }

  window.dramatis = window.dramatis || {};
  window.dramatis.places = { settle, settleAt, displace, lead };
})();
