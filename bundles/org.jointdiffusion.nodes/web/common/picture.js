/** Pictures to take along, as PNG files. */

import { element } from "./elements.js";

export const INK = "#3e3a39";
export const PALE_INK = "#65615f";
const FACE = "Roboto, system-ui, sans-serif";

/** An empty picture on white paper, and what draws on it. */
export function paper(width, height) {
    const canvas = element("canvas", { width, height });
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    return { canvas, context };
}

/** Writes a line of text; size in pixels. */
export function write(context, text, left, bottom, { size = 14, weight = 400, ink = INK } = {}) {
    context.fillStyle = ink;
    context.font = `${weight} ${size}px ${FACE}`;
    context.fillText(text, left, bottom);
}

/** Puts an image into a square: magnified by a whole number without smoothing, or made smaller. */
export function place(context, image, left, top, side) {
    const small = element("canvas", { width: image.width, height: image.height });
    small.getContext("2d").putImageData(image, 0, 0);
    const scale = side / Math.max(image.width, image.height);
    const zoom = scale >= 1 ? Math.floor(scale) : scale;
    context.imageSmoothingEnabled = zoom < 1;
    context.drawImage(small, left, top, image.width * zoom, image.height * zoom);
}

/** The lines of a text that is not to be wider than so many pixels, in the face that was written last. */
export function wrapped(context, text, width) {
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

/** Hands a picture to the reader as a file. */
export async function save(canvas, name) {
    const blob = await new Promise(resolve => canvas.toBlob(resolve, "image/png"));
    const link = element("a", {
        href: URL.createObjectURL(blob),
        download: `${name.replace(/[\\/:*?"<>|]+/g, "_")}.png`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
