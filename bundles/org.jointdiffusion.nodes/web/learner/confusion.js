/** Which classes are taken for which among the validation images. */

import { choice, element } from "../common/elements.js";
import { share } from "../common/rows.js";
import { counted, percent } from "../common/words.js";
import { DEFINITIONS } from "./words.js";

export class Confusion {

    /** @param counts columns of the counts that are not 0, see LearnerViewTables */
    constructor(classes, counts) {
        this.classes = classes;
        this.counts = new Map();
        this.actual = new Array(classes.length).fill(0);
        this.predicted = new Array(classes.length).fill(0);
        (counts.Rows ?? []).forEach((rows, i) => {
            this.counts.set(this.key(counts.Actual[i], counts.Predicted[i]), rows);
            this.actual[counts.Actual[i]] += rows;
            this.predicted[counts.Predicted[i]] += rows;
        });
        this.total = this.actual.reduce((sum, rows) => sum + rows, 0);
        this.written = "count";
        this.panel = element("section", { class: "confusion" });
        this.build();
    }

    key(actual, predicted) {
        return actual * this.classes.length + predicted;
    }

    count(actual, predicted) {
        return this.counts.get(this.key(actual, predicted)) ?? 0;
    }

    /** The share of all images that are named rightly; null without images. */
    accuracy() {
        return share(this.classes.reduce((sum, _, i) => sum + this.count(i, i), 0), this.total);
    }

    build() {
        this.table = element("div", { class: "matrix", tabindex: "0", role: "region", "aria-label": "Confusion matrix" });
        this.panel.replaceChildren(
            element("div", { class: "line" }, element("h2", {}, "Confusion matrix"),
                choice("Cells show", [["count", "images"], ["share", "share of the true class"]], this.written, written => {
                    this.written = written;
                    this.fill();
                })),
            element("p", { class: "note" }, `${counted(this.total, "image")} kept out of the training. Rows are the true class, `
                + "columns what the classifier sees. On the diagonal it is right."),
            this.table,
            this.ranking());
        this.fill();
    }

    fill() {
        const indices = this.classes.map((_, i) => i);
        this.table.replaceChildren(element("table", {},
            element("thead", {}, element("tr", {},
                element("th", { scope: "col" }, "true \\ seen"),
                indices.map(i => element("th", { scope: "col", class: "upright", title: this.classes[i] },
                    element("span", {}, this.classes[i]))),
                element("th", { scope: "col", class: "upright", title: DEFINITIONS.recall }, element("span", {}, "right")))),
            element("tbody", {}, indices.map(actual => element("tr", {},
                element("th", { scope: "row", title: this.classes[actual] }, element("span", {}, this.classes[actual])),
                indices.map(predicted => this.cell(actual, predicted)),
                element("td", { class: "recall", title: DEFINITIONS.recall },
                    percent(share(this.count(actual, actual), this.actual[actual]))))))));
    }

    cell(actual, predicted) {
        const count = this.count(actual, predicted);
        const kind = actual === predicted ? "hit" : "miss";
        if (count === 0) {
            return element("td", { class: actual === predicted ? "same" : "" });
        }
        const part = count / this.actual[actual];
        return element("td", {
            class: kind,
            style: `--share: ${part.toFixed(3)}`,
            title: `${counted(count, "image")} of ${this.classes[actual]} taken for ${this.classes[predicted]}, `
                + `${percent(part)} of the class`,
        }, this.written === "count" ? String(count) : percent(part).replace(" ", "\u202f"));
    }

    /** The mistakes that are made most often. */
    ranking() {
        const mistakes = [...this.counts].map(([key, count]) => ({
            actual: Math.floor(key / this.classes.length), predicted: key % this.classes.length, count,
        })).filter(({ actual, predicted }) => actual !== predicted).sort((a, b) => b.count - a.count).slice(0, 5);
        return mistakes.length === 0 ? "" : element("div", { class: "mistakes" },
            element("h3", {}, "Most frequent mistakes"),
            element("ol", {}, mistakes.map(({ actual, predicted, count }) => element("li", {},
                element("strong", {}, `${this.classes[actual]} taken for ${this.classes[predicted]}`),
                ` ${counted(count, "image")}, ${percent(count / this.actual[actual])} of the class`))));
    }
}
