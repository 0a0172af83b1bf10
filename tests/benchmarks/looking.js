/* What the benchmarks time in the page itself: each from its event to the frame after the one that paints the change. */
(() => {
  "use strict";
  const frame = () => new Promise(requestAnimationFrame);
  const painted = async () => {
    await frame();
    await frame();
    return performance.now();
  };
  const next = (kind) => new Promise((done) => {
    addEventListener(kind, (event) => done(event.timeStamp), { capture: true, once: true });
  });
  const until = (node, isSo) => new Promise((done) => {
    if (isSo()) return done();
    const watch = new MutationObserver(() => {
      if (!isSo()) return;
      watch.disconnect();
      done();
    });
    watch.observe(node, { childList: true, characterData: true, subtree: true, attributes: true });
    return undefined;
  });
  const taken = {};

  async function start() {
    const isDrawn = () => document.querySelector("#network .scatterlayer .point");
    await until(document, () => document.querySelector(".shell"));
    taken.page = await painted();
    await until(document, isDrawn);
    taken.drawn = await painted();
  }
  start();

  window.timing = {
    taken,
    /* From the pointer's move to the painted highlight. */
    async hover() {
      const begin = await next("pointermove");
      await until(document.querySelector(".figure"), () => document.querySelector(".figure").classList.contains("focused"));
      return (await painted()) - begin;
    },
    /* From the release of the button to the painted sentences. */
    async click(name) {
      const begin = await next("pointerup");
      const panel = document.getElementById("evidence");
      await until(panel, () => panel.querySelector("h2")?.textContent === name && panel.querySelector("blockquote"));
      return (await painted()) - begin;
    },
    /* How many frames a second come in so many milliseconds. */
    async frames(duration) {
      const begin = performance.now();
      let [count, now] = [0, begin];
      while (now - begin < duration) {
        now = await frame();
        count += 1;
      }
      return (1000 * count) / (now - begin);
    },
    /* How many of all labels overlap another one or a disc by more than the empty rims of letters. */
    overlaps() {
      const boxOf = (element) => element.getBoundingClientRect();
      const apart = (one, other, across, up) => (
        one.right <= other.left + across || other.right <= one.left + across
          || one.bottom <= other.top + up || other.bottom <= one.top + up
      );
      const labels = [...document.querySelectorAll(".labels .names text, .labels .words text")].map(boxOf);
      const actors = window.dramatis.canvas.all().filter(({ what, shown }) => what === "actor" && shown);
      const discs = actors.map(({ elements }) => boxOf(elements[0]));
      const meets = (box, at) => (
        labels.some((other, place) => place !== at && !apart(box, other, 1, 3)) || discs.some((disc) => !apart(box, disc, 2, 3))
      );
      return [labels.filter(meets).length, labels.length];
    },
  };
})();
