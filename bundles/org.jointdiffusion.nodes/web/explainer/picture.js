/** Pictures to take along: a PNG of a row, and sheets of paper. */

import { element } from "../common/elements.js";
import { draw } from "../common/images.js";
import { paper, place, save, wrapped, write } from "../common/picture.js";
import { probability } from "../common/words.js";
import { curve } from "./curve.js";
import { blend, overlay } from "./pixels.js";
import { badge, facts, transition } from "./row.js";
import { BADGES, pictureText } from "./words.js";

const SIDE = 224;
const GAP = 24;
const LINE = 22;
/** More sheets than these are rather a mistake than a wish. */
export const MOST_SHEETS = 200;

/** Draws the row's images, classes and sentence into a PNG file and hands it to the reader. */
export function savePicture(row, content, frame) {
    const key = row.key.replace(/[^\p{L}\p{N}._-]+/gu, "_");
    return save(drawPicture(row, content, frame), `${key} ${row.before} to ${row.desired}`);
}

function drawPicture(row, { original, counterfactual, before, sentence }, frame) {
    const steps = before.length - 1;
    const width = 4 * SIDE + 5 * GAP;
    const { canvas, context } = paper(width, SIDE + 7 * LINE);
    write(context, `${row.before} ${probability(row.beforeInOriginal)}  →  ${row.desired} `
        + `${probability(row.desiredInCounterfactual)}   (${BADGES[row.badge]?.text ?? row.badge})`, GAP, 1.5 * LINE,
        { size: 18, weight: 600 });
    [
        ["Original", original],
        [`Blend ${frame} of ${steps}`, blend(original, counterfactual, frame / steps)],
        ["Heat map", overlay(original, original, counterfactual, 1)],
        ["Counterfactual", counterfactual],
    ].forEach(([caption, image], number) => {
        const left = GAP + number * (SIDE + GAP);
        place(context, image, left, 2.2 * LINE, SIDE);
        write(context, caption, left, SIDE + 3.2 * LINE);
    });
    wrapped(context, `${row.key}: ${sentence}`, width - 2 * GAP)
        .slice(0, 3)
        .forEach((line, number) => write(context, line, GAP, SIDE + (4.7 + number) * LINE));
    return canvas;
}

/** Prints rows, a sheet each. */
export async function printRows(rows, pictures) {
    const sheets = element("div", { class: "sheets" });
    for (const row of rows.filter(each => each.badge !== "unexplained").slice(0, MOST_SHEETS)) {
        sheets.append(sheet(row, await pictures.of(row)));
    }
    document.body.append(sheets);
    document.body.classList.add("printing");
    window.addEventListener("afterprint", () => {
        sheets.remove();
        document.body.classList.remove("printing");
    }, { once: true });
    window.print();
}

function sheet(row, content) {
    const { original, counterfactual } = content;
    const images = [
        ["Original", "original", original],
        ["Heat map", "heat", overlay(original, original, counterfactual, 1)],
        ["Counterfactual", "counterfactual", counterfactual],
    ];
    return element("section", { class: "sheet" },
        element("div", { class: "line" }, element("h2", {}, row.key), badge(row)),
        element("p", {}, transition(row)),
        element("div", { class: "trio" }, images.map(([caption, which, image]) => {
            const canvas = element("canvas", { role: "img", "aria-label": pictureText(row, which) });
            draw(canvas, image, 196);
            return element("figure", {}, element("div", { class: "frame" }, canvas), element("figcaption", {}, caption));
        })),
        curve(row, content),
        element("div", { class: "legend" },
            element("span", { class: "before" }, element("i"), row.before),
            element("span", { class: "desired" }, element("i"), row.desired)),
        element("p", { class: "sentence" }, content.sentence),
        facts(row));
}
