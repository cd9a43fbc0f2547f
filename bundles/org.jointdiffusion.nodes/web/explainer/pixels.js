/** Images as numbers: blending, heat maps. The same arithmetic as in the node's output columns. */

/** The change of brightness at which the colours are full. */
export const FULL_COLOUR = 0.5;

/* ColorBrewer's scheme "RdBu" (C. Brewer), which colour-blind readers can tell apart. */
const BLUES = [[247, 247, 247], [209, 229, 240], [146, 197, 222], [67, 147, 195], [33, 102, 172], [5, 48, 97]];
const REDS = [[247, 247, 247], [253, 219, 199], [244, 165, 130], [214, 96, 77], [178, 24, 43], [103, 0, 31]];

/** The brightness of a pixel, from 0 to 255. */
function luminance(data, i) {
    return 0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2];
}

/** The colour of a change, which is relative to the full colour, in [-1, 1]. */
export function colour(change) {
    const anchors = change < 0 ? BLUES : REDS;
    const place = Math.min(1, Math.abs(change)) * (anchors.length - 1);
    const index = Math.min(Math.floor(place), anchors.length - 2);
    const share = place - index;
    return anchors[index].map((low, channel) => Math.round(low + share * (anchors[index + 1][channel] - low)));
}

/** Part of the way from one image to another, rounded to 8 bits; share is from 0 to 1. */
export function blend(from, to, share) {
    const mixed = new ImageData(from.width, from.height);
    for (let i = 0; i < mixed.data.length; i++) {
        mixed.data[i] = i % 4 === 3 ? 255 : Math.round(from.data[i] + (to.data[i] - from.data[i]) * share);
    }
    return mixed;
}

/** An image under the heat map of a change; at opacity 0 the image alone, at 1 it is paled and the map has full colour. */
export function overlay(image, before, after, opacity) {
    const mixed = new ImageData(image.width, image.height);
    for (let i = 0; i < mixed.data.length; i += 4) {
        const change = relativeChange(before, after, i);
        const heat = colour(Math.sign(change) * 0.8);
        const pale = 140 + luminance(image.data, i) * 95 / 255;
        const weight = opacity * Math.abs(change);
        for (let channel = 0; channel < 3; channel++) {
            const background = image.data[i + channel] + opacity * (pale - image.data[i + channel]);
            mixed.data[i + channel] = Math.round(weight * heat[channel] + (1 - weight) * background);
        }
        mixed.data[i + 3] = 255;
    }
    return mixed;
}

/** The change alone, on white. */
export function difference(before, after) {
    const drawn = new ImageData(before.width, before.height);
    for (let i = 0; i < drawn.data.length; i += 4) {
        drawn.data.set([...colour(relativeChange(before, after, i)), 255], i);
    }
    return drawn;
}

function relativeChange(before, after, i) {
    const change = (luminance(after.data, i) - luminance(before.data, i)) / 255 / FULL_COLOUR;
    return Math.max(-1, Math.min(1, change));
}

/** A map of mean changes that came as signed bytes in 1/127; limit is the change of full colour. */
export function meanMap({ width, height, mean }, limit) {
    const drawn = new ImageData(width, height);
    const bytes = atob(mean);
    for (let i = 0; i < bytes.length; i++) {
        drawn.data.set([...colour(signed(bytes, i) / 127 / limit), 255], 4 * i);
    }
    return drawn;
}

/** The largest mean change in a map, without its sign. */
export function largestMean({ mean }) {
    const bytes = atob(mean);
    let largest = 0;
    for (let i = 0; i < bytes.length; i++) {
        largest = Math.max(largest, Math.abs(signed(bytes, i)));
    }
    return largest / 127;
}

function signed(bytes, i) {
    return bytes.charCodeAt(i) << 24 >> 24;
}
