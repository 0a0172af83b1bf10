/* "Save PNG": the present view as a picture with title, legend and source line, drawn by this browser alone. */
(() => {
  "use strict";
  const SCALE = 2;
  const HEAD = 76;
  const FOOT = 40;
  const LEGEND_ROW = 22;
  const LEGEND_ENTRY = 178;

  /* A picture in a picture may load nothing, so that the fonts have to stand inside it. */
  async function fontRules() {
    const wanted = [
      ["Inter", "normal", "100 900", "inter-latin"],
      ["Newsreader", "italic", "200 800", "newsreader-latin-italic"],
      ["Newsreader", "normal", "200 800", "newsreader-latin"],
    ];
    const rules = wanted.map(async ([family, style, weight, file]) => {
      const blob = await (await fetch(`assets/fonts/${file}.woff2`)).blob();
      const address = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(blob);
      });
      return `@font-face{font-family:${family};font-style:${style};font-weight:${weight};src:url(${address})}`;
    });
    return (await Promise.all(rules)).join("");
  }

  function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }

  function shortened(text, width, size) {
    const most = Math.floor(width / (size * 0.52));
    return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
  }

  function line(text, y, size, colour, extra) {
    return { text: escaped(text), x: 0, y, xref: "paper", yref: "paper", xanchor: "left", yanchor: "top", showarrow: false,
      align: "left", font: { size, color: colour, ...extra } };
  }

  /* The figure as it is seen, with margins for title above and legend and source below. */
  function framed(graph, frame) {
    const { width, height, xaxis, yaxis } = graph._fullLayout;
    const columns = Math.max(1, Math.floor((width - 32) / LEGEND_ENTRY));
    const legend = Math.ceil(frame.legend.length / columns) * LEGEND_ROW;
    const { page, ink, muted } = frame.colours;
    const bottom = legend + FOOT + 20;
    const layout = {
      ...graph.layout,
      width, height: height + HEAD + bottom, autosize: false, uirevision: null,
      xaxis: { ...graph.layout.xaxis, range: xaxis.range.slice() },
      yaxis: { ...graph.layout.yaxis, range: yaxis.range.slice() },
      margin: { l: 0, r: 0, t: HEAD, b: bottom },
      showlegend: true,
      legend: { orientation: "h", x: 16 / width, xanchor: "left", y: -14 / height, yanchor: "top", traceorder: "normal",
        entrywidth: LEGEND_ENTRY - 48, entrywidthmode: "pixels", bgcolor: page, font: { size: 12.5, color: ink },
        itemsizing: "trace" },
      annotations: [
        { ...line(frame.title, 1, 26, ink, { family: "Newsreader, Georgia, serif", weight: 600 }), xshift: 18, yshift: HEAD - 12 },
        { ...line(shortened(frame.subtitle, width - 36, 13), 1, 13, muted), xshift: 19, yshift: HEAD - 46 },
        { ...line(shortened(frame.source, width - 36, 12), 0, 12, muted), xshift: 19, yshift: -bottom + FOOT - 4 },
      ],
    };
    const data = window.dramatis.canvas.seenData().map((trace) => ({ ...trace, showlegend: false }));
    return { data: [...data, ...frame.legend], layout };
  }

  async function drawn(figure, page) {
    const { width, height } = figure.layout;
    const address = await window.Plotly.toImage(figure, { format: "svg", width, height });
    const svg = decodeURIComponent(address.slice(address.indexOf(",") + 1));
    const halo = `text{paint-order:stroke;stroke:${page};stroke-width:3px;stroke-linejoin:round}`;
    const styled = svg.replace(/(<svg[^>]*>)/, `$1<style>${await fontRules()}${halo}</style>`);
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([styled], { type: "image/svg+xml" }));
    try {
      await image.decode();
      const scale = Math.max(SCALE, Math.ceil(window.devicePixelRatio || 1));
      const canvas = document.createElement("canvas");
      canvas.width = width * scale;
      canvas.height = height * scale;
      const pen = canvas.getContext("2d");
      pen.fillStyle = page;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob(done, "image/png"));
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

  /* The same words twice would not show twice: the notice fades away only once. */
  function restartNotice() {
    const notice = document.getElementById("notice");
    notice.style.animation = "none";
    void notice.offsetWidth;
    notice.style.animation = "";
  }

  /* Returns what to tell the reader. */
  window.dramatisPicture = async (graph, frame) => {
    if (!graph || !frame || !graph.data.length) return "There is nothing to save yet.";
    try {
      const name = `${frame.file}-${today()}.png`;
      const blob = await drawn(framed(graph, frame), frame.colours.page);
      if (!blob) throw new Error("the browser gave no picture");
      download(blob, name);
      restartNotice();
      return `Saved ${name}`;
    } catch (problem) {
      return `The picture could not be saved: ${problem.message}. Make the window smaller and try again.`;
    }
  };
})();
