/** The probabilities of the two classes on the way from the original to the counterfactual. */

import { svg } from "../common/elements.js";
import { probability } from "../common/words.js";
import { DEFINITIONS } from "./words.js";

const WIDTH = 560;
const HEIGHT = 150;
const SIDE = 28;
const TOP = 14;
const BOTTOM = 22;

const x = (frame, steps) => SIDE + frame * (WIDTH - 2 * SIDE) / steps;
const y = value => TOP + (1 - value) * (HEIGHT - TOP - BOTTOM);

/** Draws the lines, the flip and a marker of the frame that is shown (none on paper). */
export function curve(row, { before, desired, flip }) {
    const steps = before.length - 1;
    const drawn = svg("svg", {
        class: "curve",
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: "img",
        "aria-label": `Probability along the way: ${row.before} from ${probability(before[0])} to `
            + `${probability(before[steps])}, ${row.desired} from ${probability(desired[0])} to `
            + `${probability(desired[steps])}; `
            + (flip < 0 ? "the class does not flip" : `the class flips at blend ${flip} of ${steps}`),
    });
    for (const value of [0, 0.5, 1]) {
        drawn.append(
            svg("line", { class: "grid", x1: SIDE, x2: WIDTH - SIDE, y1: y(value), y2: y(value) }),
            svg("text", { class: "tick", x: SIDE - 6, y: y(value) + 3.5, "text-anchor": "end" }, String(value)));
    }
    if (flip >= 0) {
        const right = flip > steps * 0.75;
        drawn.append(svg("g", {},
            svg("title", {}, DEFINITIONS.flip[1]),
            svg("line", { class: "flip", x1: x(flip, steps), x2: x(flip, steps), y1: TOP, y2: HEIGHT - BOTTOM }),
            svg("path", { class: "flipmark", d: `M${x(flip, steps)} ${HEIGHT - BOTTOM} l-5 8 h10 z` }),
            svg("text", {
                class: "fliptext",
                x: x(flip, steps) + (right ? -8 : 8),
                y: HEIGHT - 8,
                "text-anchor": right ? "end" : "start",
            }, "the class flips here")));
    }
    const points = values => values.map((value, frame) => `${x(frame, steps).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
    drawn.append(
        svg("polyline", { class: "line before", points: points(before) }),
        svg("polyline", { class: "line desired", points: points(desired) }));
    const marker = svg("g", { class: "marker" },
        svg("line", { y1: TOP, y2: HEIGHT - BOTTOM }),
        svg("circle", { class: "before", r: 4.5 }),
        svg("circle", { class: "desired", r: 4.5 }));
    drawn.append(marker);
    drawn.mark = frame => {
        const [line, first, second] = marker.children;
        for (const [name, value] of [["x1", x(frame, steps)], ["x2", x(frame, steps)]]) {
            line.setAttribute(name, value);
        }
        for (const [circle, values] of [[first, before], [second, desired]]) {
            circle.setAttribute("cx", x(frame, steps));
            circle.setAttribute("cy", y(values[frame]));
        }
    };
    return drawn;
}
