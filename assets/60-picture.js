/* Saving a picture: this browser tells what is on its canvas, the server draws that as SVG with its fonts inside
   (graph/picture), and this browser makes a file of it. */
(() => {
  "use strict";
  const keep = () => window.dash_clientside.no_update;
  let waiting = "";
  const tell = (id, props) => window.dash_clientside.set_props(id, props);

  function ask(clicks, title, format, scale, ground, part, legend, notes) {
    const { canvas, camera } = window.dramatis;
    if (!clicks) return keep();
    tell("saving", { opened: false });
    if (!camera.isReady()) {
      tell("notice", { children: "There is nothing to save yet." });
      return keep();
    }
    announce("Drawing the picture …", { lasting: true });
    return { title, format, scale: Number(scale), ground, legend, notes, ...canvas.told(),
      camera: part === "whole" ? null : camera.seen(), at: Date.now() };
  }

  /* The notice fades away only once, so that its fading has to be started anew. A lasting one stays until there is another. */
  function announce(words, { lasting = false } = {}) {
    const notice = document.getElementById("notice");
    watch(notice);
    waiting = lasting ? words : "";
    notice.classList.toggle("lasting", lasting);
    notice.style.animation = "none";
    void notice.offsetWidth;
    notice.style.animation = "";
    tell("notice", { children: words });
  }

  function watch(notice) {
    watch.observer ||= new MutationObserver(() => {
      if (notice.textContent !== waiting) notice.classList.remove("lasting");
    });
    watch.observer.observe(notice, { childList: true, characterData: true, subtree: true });
  }

  async function pixels({ svg, width, height }, scale) {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    try {
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
      if (!blob) throw new Error("the browser has no room for so large a picture");
      return blob;
    } finally {
      URL.revokeObjectURL(image.src);
    }
  }

  function download(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /* Returns what to tell the reader. */
  async function save(picture, asked) {
    if (!picture) return keep();
    try {
      const name = `${picture.file}-${today()}.${asked.format}`;
      const isVector = asked.format === "svg";
      const blob = isVector ? new Blob([picture.svg], { type: "image/svg+xml" }) : await pixels(picture, asked.scale);
      download(blob, name);
      announce(`Saved ${name}`);
    } catch (problem) {
      announce(`The picture could not be saved: ${problem.message}. Choose a smaller size and try again.`);
    }
    return keep();
  }

  document.addEventListener("keydown", (event) => {
    const writes = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Enter" && event.target.closest(".saving") && !event.target.matches("button")) {
      event.preventDefault();
      document.getElementById("save-now").click();
    }
    if (event.key !== "s" || writes || event.ctrlKey || event.metaKey || event.altKey) return;
    const opened = [...document.querySelectorAll("[role=dialog], .saving")].some((found) => found.checkVisibility());
    if (opened) return;
    event.preventDefault();
    document.getElementById("save-picture").click();
  });

  window.dramatis = Object.assign(window.dramatis || {}, { saving: { announce, download } });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.dramatis = Object.assign(window.dash_clientside.dramatis || {}, {
    askPicture: ask,
    savePicture: save,
    offerGround: (scheme) => scheme || keep(),
  });
})();
