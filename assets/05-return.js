/* A project opens where the reader was in it: what its address told last (80-address.js) is kept in this browser. */
(() => {
  "use strict";
  const key = `where ${window.location.pathname}`;
  const MOST = 2000; // characters; a longer address is that of many choices, and not worth the risk

  /* A browser may keep nothing, for the reader has said so. */
  function attempt(action) {
    try {
      return action();
    } catch {
      return null;
    }
  }

  const kept = attempt(() => window.localStorage.getItem(key));
  if (kept && !window.location.search && window.performance.getEntriesByType("navigation")[0]?.type !== "reload") {
    window.history.replaceState(window.history.state, "", window.location.pathname + kept);
  }
  window.addEventListener("pagehide", () => {
    const { search } = window.location;
    attempt(() => window.localStorage.setItem(key, search.length < MOST ? search : ""));
  });
})();
