/** Parts that show one row, used by the gallery, the detail and the printed sheets. */

import { element } from "../common/elements.js";
import { factList } from "../common/view.js";
import { counted, decimal, percent, probability } from "../common/words.js";
import { BADGES, DEFINITIONS } from "./words.js";

/** The badge of a row, with its definition. */
export function badge(row) {
    const kind = BADGES[row.badge] ?? BADGES.failed;
    return element("span", { class: `badge ${row.badge}`, title: kind.definition },
        element("span", { "aria-hidden": "true" }, kind.sign), element("span", { class: "word" }, ` ${kind.text}`));
}

/** "Shirt 0.91 → Dress 0.96": the class before in the original and the desired class in the counterfactual. */
export function transition(row) {
    return element("span", { class: "transition" },
        classAnd(row.before, row.beforeInOriginal),
        element("span", { class: "arrow", role: "img", "aria-label": "to" }, "→"),
        classAnd(row.desired, row.desiredInCounterfactual));
}

function classAnd(name, value) {
    return element("span", { class: "class", title: `${name}: ${DEFINITIONS.probability[1]}` },
        element("strong", {}, name), " ", element("span", { class: "number" }, probability(value)));
}

/** What a row is called where there is no room for pictures. */
export function spoken(row) {
    return row.badge === "unexplained"
        ? `Row ${row.key}: not explained. ${row.problem}`
        : `Row ${row.key}: ${row.before} ${probability(row.beforeInOriginal)} to ${row.desired} `
            + `${probability(row.desiredInCounterfactual)}, ${BADGES[row.badge]?.text ?? row.badge}, `
            + `${percent(row.changedShare)} of the pixels in ${counted(row.regions, "region")}`;
}

/** All figures of a row, each with its definition. */
export function facts(row) {
    const list = [
        ["changedShare", percent(row.changedShare)],
        ["regions", row.regions ?? "–"],
        ["meanChange", percent(row.meanChange)],
        ["confidence", probability(row.confidence)],
        ["cout", decimal(row.cout)],
        ["noiseLevel", percent(row.noiseLevel)],
    ].map(([name, value]) => [...DEFINITIONS[name], value]);
    if (row.oracle) {
        list.push(["Other classifier", "What the second classifier, trained on its own, takes the changed image for.",
            row.oracle]);
    }
    return factList(list);
}

/** What a row has to say instead of pictures; empty where it has pictures. */
export function problem(row) {
    return row.badge === "unexplained" ? row.problem || "This row was not explained." : "";
}
