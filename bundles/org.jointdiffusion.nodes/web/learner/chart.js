/** A line chart of values along the training. */

import { svg } from "../common/elements.js";
import { scale, short } from "./scale.js";

const WIDTH = 560;
const HEIGHT = 210;
const LEFT = 52;
const RIGHT = 24;
const TOP = 10;
const BOTTOM = 38;

/**
 * Draws a chart.
 *
 * @param title what it shows, for readers who do not see it
 * @param along the place of each entry on the horizontal axis, rising; its name is under the axis
 * @param series pairs of a kind ("before" or "desired", see the style sheet) with a name and a value for each entry
 * @param best the entry to mark as the best one, or -1
 * @param onpoint gets the entry under the mouse
 */
export function chart({ title, along, axis, series, best, isLog, isShare, onpoint }) {
    const x = scale(along, LEFT, WIDTH - RIGHT, { ticks: 6, zero: true });
    const y = isShare
        ? scale([0, 1], HEIGHT - BOTTOM, TOP, { ticks: 5 })
        : scale(series.flatMap(each => each.values), HEIGHT - BOTTOM, TOP, { isLog });
    const drawn = svg("svg", {
        class: "chart",
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: "img",
        "aria-label": `${title}: ${series.map(each => spoken(each)).join("; ")}`,
    });
    y.ticks.forEach(tick => drawn.append(
        svg("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y.at(tick), y2: y.at(tick) }),
        svg("text", { class: "tick", x: LEFT - 7, y: y.at(tick) + 4, "text-anchor": "end" }, short(tick))));
    x.ticks.forEach(tick => drawn.append(
        svg("text", { class: "tick", x: x.at(tick), y: HEIGHT - BOTTOM + 16, "text-anchor": "middle" }, short(tick))));
    drawn.append(svg("text", { class: "tick", x: WIDTH - RIGHT, y: HEIGHT - 5, "text-anchor": "end" }, axis));
    if (best >= 0) {
        drawn.append(svg("line", { class: "best", x1: x.at(along[best]), x2: x.at(along[best]), y1: TOP, y2: HEIGHT - BOTTOM }),
            svg("path", { class: "bestmark", d: `M${x.at(along[best])} ${HEIGHT - BOTTOM} l-5 7 h10 z` }));
    }
    series.forEach(({ kind, values }) => lines(values, along, x, y).forEach(points =>
        drawn.append(svg("polyline", { class: `line ${kind}`, points }))));
    const marker = svg("g", { class: "marker" }, svg("line", { y1: TOP, y2: HEIGHT - BOTTOM }),
        series.map(({ kind }) => svg("circle", { class: kind, r: 4.5 })));
    drawn.append(marker);
    drawn.mark = entry => {
        marker.firstChild.setAttribute("x1", x.at(along[entry]));
        marker.firstChild.setAttribute("x2", x.at(along[entry]));
        series.forEach(({ values }, i) => {
            const circle = marker.children[i + 1];
            const isKnown = y.knows(values[entry]);
            circle.setAttribute("visibility", isKnown ? "visible" : "hidden");
            circle.setAttribute("cx", x.at(along[entry]));
            circle.setAttribute("cy", isKnown ? y.at(values[entry]) : 0);
        });
    };
    drawn.addEventListener("pointermove", event => {
        const box = drawn.getBoundingClientRect();
        onpoint(nearest(along, (event.clientX - box.left) * WIDTH / box.width, x));
    });
    return drawn;
}

function spoken({ name, values }) {
    const known = values.filter(value => value !== null);
    return known.length === 0 ? `${name} not measured` : `${name} from ${short(known[0])} to ${short(known.at(-1))}`;
}

/** The points of the polylines: a value that is not known leaves a gap. */
function lines(values, along, x, y) {
    const parts = [[]];
    values.forEach((value, entry) => {
        if (y.knows(value)) {
            parts.at(-1).push(`${x.at(along[entry]).toFixed(1)},${y.at(value).toFixed(1)}`);
        } else if (parts.at(-1).length) {
            parts.push([]);
        }
    });
    return parts.filter(part => part.length).map(part => part.join(" "));
}

function nearest(along, place, x) {
    let best = 0;
    along.forEach((value, entry) => {
        if (Math.abs(x.at(value) - place) < Math.abs(x.at(along[best]) - place)) {
            best = entry;
        }
    });
    return best;
}
