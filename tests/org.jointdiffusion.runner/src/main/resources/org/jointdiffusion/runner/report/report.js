"use strict";

// Learning curves: drawn again when the reader changes between light and dark or resizes the window.
const figures = [...document.querySelectorAll("figure.chart")];
const drawn = [];

// Without the mouse on the chart the legend shows the last values.
function showLastValues(chart) {
  if (chart.cursor.idx == null && chart.legend.idxs[0] == null) {
    chart.setLegend({ idxs: chart.data.map((values) => values.findLastIndex((value) => value != null)) }, false);
  }
}

function drawCharts() {
  drawn.splice(0).forEach((chart) => chart.destroy());
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const axis = { stroke: colour("--muted"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false },
    font: "12px system-ui, sans-serif" };
  const strokes = [colour("--training"), colour("--validation")];
  const show = (self, value) => (value == null ? "–" : Number(value.toPrecision(3)).toString());
  for (const figure of figures) {
    const { x, series } = JSON.parse(figure.querySelector("script").textContent);
    const names = Object.keys(series).filter((name) => series[name].some((value) => value !== null));
    const options = {
      width: figure.clientWidth, height: 220, cursor: { drag: { x: false, y: false } },
      scales: { x: { time: false } },
      axes: [{ ...axis, size: 32 }, { ...axis, size: 46 }],
      series: [{ label: "step" }, ...names.map((name) => ({
        label: name, stroke: strokes[Object.keys(series).indexOf(name)], width: 2, spanGaps: true, value: show,
        points: { show: x.length < 3 } }))],
      hooks: { setLegend: [showLastValues] },
    };
    const chart = new uPlot(options, [x, ...names.map((name) => series[name])], figure.querySelector(".plot"));
    showLastValues(chart);
    drawn.push(chart);
  }
}

drawCharts();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawCharts);
let resizing;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(drawCharts, 100);
});

// Counterfactuals: filter, order, and the first ones only until the reader asks for all (see report.css).
const SHOWN_AT_FIRST = 12;
for (const gallery of document.querySelectorAll(".gallery")) {
  const list = gallery.querySelector(".cards");
  const button = gallery.querySelector(".all");
  const cards = [...list.children];
  const orders = {
    row: () => 0,
    change: (one, other) => one.dataset.change - other.dataset.change,
    class: (one, other) => one.dataset.class.localeCompare(other.dataset.class),
  };
  const arrange = () => {
    const wanted = gallery.querySelector(".filter").value;
    const order = orders[gallery.querySelector(".sort").value];
    const shown = cards.filter((card) => wanted === "all" || (card.dataset.valid === "true") === (wanted === "valid"));
    list.replaceChildren(...shown.sort(order));
    button.hidden = list.classList.contains("open") || shown.length <= SHOWN_AT_FIRST;
    button.textContent = `Show all ${shown.length}`;
  };
  button.addEventListener("click", () => {
    list.classList.add("open");
    arrange();
  });
  gallery.addEventListener("change", arrange);
  arrange();
}
