/** The reliability diagram: whether probabilities mean what they say, before and after the calibration. */

import { element, svg } from "../common/elements.js";
import { counted, decimal, percent } from "../common/words.js";
import { DEFINITIONS } from "./words.js";

const SIDE = 330;
const LEFT = 40;
const TOP = 10;
const PLOT = 280;
const LARGEST_RADIUS = 12;

const x = value => LEFT + value * PLOT;
const y = value => TOP + (1 - value) * PLOT;

/** The bins of one of the two diagrams, and its expected calibration error, which is null without rows. */
export function diagram(reliability, which) {
    const bins = (reliability.Rows ?? [])
        .map((rows, i) => ({ rows, diagram: reliability.Diagram[i], confidence: reliability.Confidence[i], accuracy: reliability.Accuracy[i] }))
        .filter(bin => bin.diagram === which);
    const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
    const gap = bins.reduce((sum, bin) => sum + bin.rows * Math.abs(bin.confidence - bin.accuracy), 0);
    return { bins, rows, error: rows === 0 ? null : gap / rows };
}

/** The panel with the diagram and how to read it. */
export function reliabilityPanel(reliability, temperature) {
    const before = diagram(reliability, 0);
    const after = diagram(reliability, 1);
    if (after.rows === 0) {
        return element("section", { class: "reliability" });
    }
    return element("section", { class: "reliability" },
        element("h2", {}, "Do its probabilities mean what they say?"),
        plot(before, after),
        element("div", { class: "legend" },
            legend("before", "before calibration", before), legend("desired", "after calibration", after)),
        element("p", { class: "note" }, DEFINITIONS.reliability),
        temperature ? element("p", { class: "note" }, `The calibration divides the classifier's outputs by the temperature ${
            decimal(Number(temperature))}, which is fitted on these images: `
            + (Number(temperature) > 1 ? "it makes the model less sure." : "it makes the model surer.")) : null);
}

function legend(kind, name, { error }) {
    return element("span", { class: kind, title: DEFINITIONS.calibrationError }, element("i", { "aria-hidden": "true" }),
        `${name}: calibration error ${percent(error)}`);
}

function plot(before, after) {
    const drawn = svg("svg", {
        class: "chart diagram",
        viewBox: `0 0 ${SIDE} ${SIDE}`,
        role: "img",
        "aria-label": `Reliability diagram. ${after.bins.map(bin => spoken(bin)).join("; ")}`,
    });
    for (const tick of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
        drawn.append(
            svg("line", { class: "grid", x1: x(0), x2: x(1), y1: y(tick), y2: y(tick) }),
            svg("text", { class: "tick", x: x(0) - 6, y: y(tick) + 4, "text-anchor": "end" }, String(tick)),
            svg("text", { class: "tick", x: x(tick), y: y(0) + 16, "text-anchor": "middle" }, String(tick)));
    }
    drawn.append(
        svg("line", { class: "ideal", x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
        svg("text", { class: "tick", x: x(1), y: y(0) + 32, "text-anchor": "end" }, "probability of the prediction"),
        svg("text", { class: "tick", x: x(0) + 6, y: y(1) + 12 }, "share that is right"));
    for (const [kind, { bins, rows }] of [["before", before], ["desired", after]]) {
        drawn.append(svg("polyline", { class: `line ${kind}`, points: bins.map(bin => `${x(bin.confidence)},${y(bin.accuracy)}`).join(" ") }),
            ...bins.map(bin => svg("circle", {
                class: kind,
                cx: x(bin.confidence),
                cy: y(bin.accuracy),
                r: Math.max(2.5, LARGEST_RADIUS * Math.sqrt(bin.rows / rows)).toFixed(1),
            }, svg("title", {}, spoken(bin)))));
    }
    return drawn;
}

function spoken({ rows, confidence, accuracy }) {
    return `${counted(rows, "image")} with probability ${decimal(confidence)} on average, ${percent(accuracy)} right`;
}
