/** The card of a model: what it is and how it was made. */

import { element } from "./elements.js";

/** The facts that a node sends, by their names. */
export function toFacts({ Fact = [], Value = [] }) {
    return new Map(Fact.map((fact, i) => [fact, Value[i]]));
}

/** All facts under a sentence. */
export function cardPanel(facts) {
    return element("div", { class: "card" }, element("p", { class: "note" },
        "What the model is and how it was made. The same facts are in the model's file."),
    element("dl", {}, [...facts].map(([fact, value]) =>
        element("div", {}, element("dt", {}, fact), element("dd", {}, value)))));
}
