/** Figures as words: the same terms as in the node's output columns, each with its definition. */

import { counted, percent, probability } from "../common/words.js";

export const BADGES = {
    semantic: {
        text: "semantic",
        sign: "✓",
        definition: "Another classifier, trained on its own, agrees: it also takes the changed image for the desired class. "
            + "The change has a meaning.",
    },
    valid: {
        text: "class reached",
        sign: "✓",
        definition: "The model takes the changed image for the desired class, judged after rounding to 8 bits. "
            + "Whether another classifier would agree is not known.",
    },
    adversarial: {
        text: "adversarial",
        sign: "!",
        definition: "The model takes the changed image for the desired class, but another classifier does not agree: "
            + "the change fools this model and shows little about the class.",
    },
    failed: {
        text: "failed",
        sign: "✕",
        definition: "The desired class was not reached. The closest attempt is shown.",
    },
    unexplained: {
        text: "not explained",
        sign: "–",
        definition: "There was nothing to explain: the image was missing or could not be read, "
            + "or the model already saw the desired class.",
    },
};

export const DEFINITIONS = {
    probability: ["P", "The model's calibrated probability of a class, from 0 to 1, judged on the image with 8 bits a colour."],
    changedShare: ["Pixels changed", "The share of positions at which a colour differs by more than 8 of 255 steps."],
    regions: ["Regions", "The number of connected groups of changed pixels."],
    meanChange: ["Mean change", "The mean absolute difference of all colour values, in percent of the range from black to white."],
    confidence: ["Confidence", "The probability of the desired class, averaged over the changed image and noised copies of it."],
    cout: ["COUT", "From -1 to 1: how early the classifier changes its mind when the changed pixels are put in one after the "
        + "other, the most changed first. The higher, the better the change is concentrated on what counts."],
    noiseLevel: ["Noise level", "How far the image was noised before it was denoised again toward the desired class, "
        + "in percent of the whole way. The smallest level that succeeds is kept."],
    flip: ["Flip", "The first of 17 blends between original and counterfactual that the model takes for the desired class."],
    rate: ["Turned", "The share of rows for which the desired class was reached."],
    agreement: ["Another classifier agrees", "The share of the counterfactuals that reached their class which a second "
        + "classifier, trained on its own, also takes for the desired class."],
    median: ["Median change", "Half of the counterfactuals that reached their class change fewer pixels than this."],
    heat: ["Heat map", "The change of brightness at each pixel: blue is darker, red is brighter, the stronger the more. "
        + "The colours are full at half the range from black to white, for all rows."],
};

/** The text alternative of a row's pictures. */
export function pictureText(row, which) {
    if (row.badge === "unexplained") {
        return `Row ${row.key}: ${row.problem || "not explained"}`;
    }
    return {
        original: `Original of row ${row.key}: ${row.before} with probability ${probability(row.beforeInOriginal)}`,
        heat: `Heat map of row ${row.key}: ${percent(row.changedShare)} of the pixels change in `
            + counted(row.regions, "region"),
        counterfactual: `Counterfactual of row ${row.key}: ${row.after}, ${row.desired} has probability `
            + probability(row.desiredInCounterfactual),
    }[which];
}
