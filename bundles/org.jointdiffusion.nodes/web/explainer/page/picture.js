/** Pictures to take along: a PNG of a row, and sheets of paper. */

import { curve } from "./curve.js";
import { element } from "./elements.js";
import { blend, draw, overlay } from "./pixels.js";
import { badge, facts, transition } from "./row.js";
import { BADGES, pictureText, probability } from "./words.js";

const SIDE = 224;
const GAP = 24;
const LINE = 22;
/** More sheets than these are rather a mistake than a wish. */
export const MOST_SHEETS = 200;

/** Draws the row's images, classes and sentence into a PNG file and hands it to the reader. */
export async function savePicture(row, content, frame) {
    const canvas = drawPicture(row, content, frame);
    const blob = await new Promise(resolve => canvas.toBlob(resolve, "image/png"));
    const link = element("a", {
        href: URL.createObjectURL(blob),
        download: `${row.key.replace(/[^\p{L}\p{N}._-]+/gu, "_")} ${row.before} to ${row.desired}.png`
            .replace(/[\\/:*?"<>|]+/g, "_"),
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function drawPicture(row, { original, counterfactual, before, sentence }, frame) {
    const steps = before.length - 1;
    const width = 4 * SIDE + 5 * GAP;
    const canvas = element("canvas", { width, height: SIDE + 7 * LINE });
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "#3e3a39";
    context.font = "600 18px Roboto, system-ui, sans-serif";
    context.fillText(`${row.before} ${probability(row.beforeInOriginal)}  →  ${row.desired} `
        + `${probability(row.desiredInCounterfactual)}   (${BADGES[row.badge]?.text ?? row.badge})`, GAP, 1.5 * LINE);
    context.font = "14px Roboto, system-ui, sans-serif";
    [
        ["Original", original],
        [`Blend ${frame} of ${steps}`, blend(original, counterfactual, frame / steps)],
        ["Heat map", overlay(original, original, counterfactual, 1)],
        ["Counterfactual", counterfactual],
    ].forEach(([caption, image], number) => {
        const left = GAP + number * (SIDE + GAP);
        place(context, image, left, 2.2 * LINE);
        context.fillText(caption, left, SIDE + 3.2 * LINE);
    });
    wrapped(context, `${row.key}: ${sentence}`, width - 2 * GAP)
        .slice(0, 3)
        .forEach((line, number) => context.fillText(line, GAP, SIDE + (4.7 + number) * LINE));
    return canvas;
}

function place(context, image, left, top) {
    const small = element("canvas", { width: image.width, height: image.height });
    small.getContext("2d").putImageData(image, 0, 0);
    const scale = SIDE / Math.max(image.width, image.height);
    const zoom = scale >= 1 ? Math.floor(scale) : scale;
    context.imageSmoothingEnabled = zoom < 1;
    context.drawImage(small, left, top, image.width * zoom, image.height * zoom);
}

function wrapped(context, text, width) {
    const lines = [""];
    for (const word of text.split(" ")) {
        const longer = `${lines.at(-1)} ${word}`.trim();
        if (context.measureText(longer).width > width) {
            lines.push(word);
        } else {
            lines[lines.length - 1] = longer;
        }
    }
    return lines;
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
