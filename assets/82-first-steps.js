/* The first steps: one hint after the other in a line below the canvas, with a ring around what it speaks of; dismissed once,
   they stay away. */
(() => {
  "use strict";
  const KEY = "dramatis-first-steps";
  const box = () => document.getElementById("first-steps");
  const steps = () => [...box().querySelectorAll(".first-step")];

  /* A browser may forbid to keep anything: then the hints come again. */
  function wasDismissed() {
    try {
      return window.localStorage.getItem(KEY) === "dismissed";
    } catch {
      return false;
    }
  }

  function dismiss() {
    try {
      window.localStorage.setItem(KEY, "dismissed");
    } catch { /* they come again */ }
    ring(null);
    delete document.documentElement.dataset.newcomer;
    document.querySelector(".figure").focus({ preventScroll: true });
  }

  function ring(step) {
    for (const element of document.querySelectorAll(".spoken-of")) element.classList.remove("spoken-of");
    if (!step) return;
    for (const element of document.querySelectorAll(step.dataset.about)) (element.closest(".ask-box") || element).classList.add("spoken-of");
  }

  function show(at) {
    steps().forEach((step, place) => { step.hidden = place !== at; });
    ring(steps()[at]);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#first-steps [data-hint]");
    if (!button) return;
    const at = steps().findIndex((step) => !step.hidden) + 1;
    if (button.dataset.hint === "dismiss" || at === steps().length) return dismiss();
    show(at);
    return steps()[at].querySelector("button").focus();
  });

  /* Their line stands from the beginning, so that the network is drawn once; the ring comes when it is. */
  function start() {
    if (!document.querySelector(".shell") || !window.dramatis.camera.isReady()) {
      setTimeout(start, 200);
      return;
    }
    if (box()) show(0);
  }
  if (!wasDismissed()) {
    document.documentElement.dataset.newcomer = "";
    start();
  }
})();
