/** The images shown as one picture to take along: a line of images for each class. */

import { INK, PALE_INK, paper, place, save, write } from "../common/picture.js";
import { byClass, sentence } from "../common/samples.js";

const SIDE = 84;
const GAP = 10;
const LABEL = 200;
const CAPTION = 18;
const HEAD = 56;
const ACROSS = 12;
const NARROWEST = 640;
const WARN = "#8a4b00";
/** More images than these make a picture that nobody can print. */
export const MOST_IMAGES = 500;

/** Draws the images and hands the picture to the reader. */
export async function saveSheet(rows, classes, pictures) {
    const shown = rows.slice(0, MOST_IMAGES);
    return save(await drawSheet(byClass(shown, classes), shown, rows.length, pictures), "Samples");
}

async function drawSheet(groups, shown, total, pictures) {
    const lines = groups.reduce((sum, { rows }) => sum + Math.ceil(rows.length / ACROSS), 0);
    const across = Math.min(ACROSS, Math.max(0, ...groups.map(({ rows }) => rows.length)));
    const { canvas, context } = paper(Math.max(NARROWEST, LABEL + across * (SIDE + GAP) + 2 * GAP),
        HEAD + lines * (SIDE + CAPTION + GAP) + GAP);
    write(context, `Samples: ${sentence(shown)}`, 2 * GAP, 34, { size: 18, weight: 600 });
    if (total > shown.length) {
        write(context, `the first ${shown.length} of ${total}`, 420, 34, { ink: PALE_INK });
    }
    let top = HEAD;
    for (const { name, rows } of groups) {
        write(context, shortened(context, name, LABEL - 3 * GAP), 2 * GAP, top + 20, { weight: 600 });
        write(context, sentence(rows), 2 * GAP, top + 40, { size: 12, ink: PALE_INK });
        for (let i = 0; i < rows.length; i++) {
            await tile(context, rows[i], pictures, LABEL + i % ACROSS * (SIDE + GAP),
                top + Math.floor(i / ACROSS) * (SIDE + CAPTION + GAP));
        }
        top += Math.ceil(rows.length / ACROSS) * (SIDE + CAPTION + GAP);
    }
    return canvas;
}

async function tile(context, row, pictures, left, top) {
    const { image } = await pictures.of(row);
    if (image) {
        place(context, image, left, top, SIDE);
    }
    if (row.agreement === "other") {
        context.strokeStyle = WARN;
        context.lineWidth = 3;
        context.strokeRect(left - 1.5, top - 1.5, SIDE + 3, SIDE + 3);
        write(context, shortened(context, `! ${row.predicted}`, SIDE), left, top + SIDE + 14, { size: 12, weight: 600, ink: WARN });
    } else if (!image) {
        write(context, "no image", left + 14, top + SIDE / 2, { size: 12, ink: INK });
    }
}

function shortened(context, text, width) {
    let short = text;
    while (short.length > 1 && context.measureText(short).width > width) {
        short = `${short.slice(0, -2).trimEnd()}…`;
    }
    return short;
}
