/** Images that a model drew: what was asked for, and what its classifier sees in them. */

import { median, share, toObjects } from "./rows.js";
import { counted, percent, probability } from "./words.js";

export const AGREEMENTS = {
    agreed: {
        text: "as asked",
        sign: "✓",
        definition: "The model's own classifier sees the class that was asked for. That the model agrees with itself does "
            + "not prove that an image is good: look at it, or let another classifier judge it.",
    },
    other: {
        text: "another class",
        sign: "!",
        definition: "The model's own classifier takes the image for another class than the one that was asked for.",
    },
    unknown: {
        text: "not judged",
        sign: "–",
        definition: "It is not known what the classifier sees in this image.",
    },
};

export const SORTS = {
    table: ["order of the table", null, 1],
    unsure: ["least probable first", row => row.probability, 1],
    sure: ["most probable first", row => row.probability, -1],
};

/** Turns the columns that a node sends into one object an image. */
export function toSamples(initial) {
    const rows = toObjects(initial.rows, initial.size);
    for (const row of rows) {
        row.desired = row.desired < 0 ? "?" : initial.classes[row.desired];
        row.predicted = row.predicted < 0 ? "" : initial.classes[row.predicted];
        row.agreement = row.predicted === "" ? "unknown" : row.predicted === row.desired ? "agreed" : "other";
    }
    return rows;
}

/** The images by the class that was asked for, in the order of the classes; a class without any has no group. */
export function byClass(rows, classes) {
    const groups = new Map([...classes, "?"].map(name => [name, []]));
    rows.forEach(row => groups.get(row.desired).push(row));
    return [...groups].filter(([, members]) => members.length > 0).map(([name, members]) => ({ name, rows: members }));
}

/** The images that a filter lets through, in its order; those without a probability come last. */
export function select(rows, { desired, agreements, sort }) {
    const [, figure, direction] = SORTS[sort];
    const chosen = rows.filter(row => (!desired || row.desired === desired)
        && (agreements.size === 0 || agreements.has(row.agreement)));
    const order = row => figure === null ? 0 : figure(row) === null ? Infinity : direction * figure(row);
    return chosen.sort((a, b) => order(a) - order(b) || a.index - b.index);
}

/** How many images there are, which share of those judged is as asked, and their median probability. */
export function summarize(rows) {
    const judged = rows.filter(row => row.agreement !== "unknown");
    return {
        count: rows.length,
        rate: share(judged.filter(row => row.agreement === "agreed").length, judged.length),
        median: median(rows.map(row => row.probability)),
    };
}

/** "taken for Coat (2), Shirt (1)": the other classes that were seen in these images, the most frequent first. */
export function takenFor(rows) {
    const counts = new Map();
    rows.filter(row => row.agreement === "other")
        .forEach(row => counts.set(row.predicted, (counts.get(row.predicted) ?? 0) + 1));
    const seen = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} (${count})`);
    return seen.length === 0 ? "" : `others taken for ${seen.join(", ")}`;
}

/** "10 images, 90 % as asked". */
export function sentence(rows) {
    return `${counted(rows.length, "image")}, ${percent(summarize(rows).rate)} as asked`;
}

/** What an image is called where there is no room for it. */
export function spoken(row) {
    const asked = `${row.key}: asked for ${row.desired}, which has probability ${probability(row.probability)}`;
    return row.agreement === "other" ? `${asked}; the classifier sees ${row.predicted}`
        : row.agreement === "agreed" ? `${asked}; the classifier agrees` : `${asked}; not judged`;
}
