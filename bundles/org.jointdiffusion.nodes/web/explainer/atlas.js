/** The atlas: for each pair of classes, how often and where one turns into the other. */

import { element } from "../common/elements.js";
import { draw } from "../common/images.js";
import { counted, percent } from "../common/words.js";
import { FULL_COLOUR, largestMean, meanMap } from "./pixels.js";
import { transitionKey, transitions } from "./rows.js";
import { DEFINITIONS } from "./words.js";

const THUMBNAIL = 56;
const RANKED = 5;

export class Atlas {

    /** @param onchoose gets the class before and the desired class of a cell that was clicked */
    constructor(source, rows, classes, { onchoose }) {
        this.source = source;
        this.pairs = transitions(rows);
        this.classes = classes;
        this.onchoose = onchoose;
        this.panel = element("section", { class: "atlas", "aria-label": "Atlas of class transitions", "aria-busy": "true" });
    }

    /** Fetches the maps once and builds the matrix. */
    show() {
        this.shown ??= this.load();
        return this.shown;
    }

    async load() {
        try {
            const maps = await this.source.ask("atlas");
            this.maps = new Map(maps.map(map => [transitionKey(map.before, map.desired), map]));
            // one extreme row must not pale all others
            this.limit = Math.min(FULL_COLOUR, Math.max(0.02, ...maps.map(largestMean)));
            this.build();
        } catch (error) {
            this.panel.replaceChildren(element("p", { class: "message", role: "alert" }, error.message));
            this.shown = null;
        }
        this.panel.removeAttribute("aria-busy");
    }

    build() {
        const befores = this.classes.filter(name => [...this.pairs.values()].some(pair => pair.before === name));
        const desireds = this.classes.filter(name => [...this.pairs.values()].some(pair => pair.desired === name));
        if (befores.length === 0) {
            this.panel.replaceChildren(element("p", { class: "message" }, "There is no counterfactual to average."));
            return;
        }
        this.panel.replaceChildren(
            element("p", { class: "note" }, "Rows are the class before, columns the desired class. A cell shows where the "
                + "brightness changes on average over its successful counterfactuals, how many rows it has and how many of "
                + "them turned. Choose a cell to see its rows."),
            element("div", { class: "scale", title: DEFINITIONS.heat[1] },
                element("span", {}, `darker, −${percent(this.limit)}`), element("span", { class: "ramp", "aria-hidden": "true" }),
                element("span", {}, `brighter, +${percent(this.limit)}`)),
            this.ranking(),
            element("div", { class: "matrix", tabindex: "0", role: "region", "aria-label": "Matrix of transitions" },
                element("table", {},
                    element("thead", {}, element("tr", {},
                        element("th", { scope: "col" }, "from \\ to"),
                        desireds.map(name => element("th", { scope: "col", title: name }, element("span", {}, name))))),
                    element("tbody", {}, befores.map(before => element("tr", {},
                        element("th", { scope: "row", title: before }, element("span", {}, before)),
                        desireds.map(desired => element("td", { class: before === desired ? "same" : "" },
                            this.cell(before, desired)))))))));
    }

    cell(before, desired) {
        const pair = this.pairs.get(transitionKey(before, desired));
        if (!pair) {
            return null;
        }
        return element("button", {
            class: "cell",
            title: `${before} to ${desired}: ${counted(pair.count, "row")}, ${percent(pair.rate)} turned`
                + (pair.median === null ? "" : `, median change ${percent(pair.median)} of the pixels`),
            onclick: () => this.onchoose(before, desired),
        }, this.map(before, desired), element("span", { class: "number" }, `${pair.count} · ${percent(pair.rate)}`));
    }

    map(before, desired) {
        const map = this.maps.get(transitionKey(before, desired));
        if (!map) {
            return element("span", { class: "nomap" }, "none turned");
        }
        const canvas = element("canvas", { role: "img", "aria-label": `Mean change from ${before} to ${desired}` });
        draw(canvas, meanMap(map, this.limit), THUMBNAIL);
        return canvas;
    }

    /** The pairs that turn most easily: what the model is likeliest to confuse. */
    ranking() {
        const all = [...this.pairs.values()].filter(pair => pair.median !== null);
        const typical = all.filter(pair => pair.count >= Math.min(3, Math.max(...all.map(each => each.count))));
        const easiest = typical.sort((a, b) => a.median - b.median).slice(0, RANKED);
        return easiest.length === 0 ? "" : element("div", { class: "ranking" },
            element("h2", { title: "Pairs of at least three rows in the order of their median change. The smaller the "
                + "change that suffices, the closer the model sees the two classes." }, "Closest classes: they turn with the smallest change"),
            element("ol", {}, easiest.map(pair => element("li", {},
                element("button", { class: "cell", onclick: () => this.onchoose(pair.before, pair.desired) },
                    this.map(pair.before, pair.desired),
                    element("span", {}, element("strong", {}, `${pair.before} → ${pair.desired}`), element("br"),
                        element("span", { class: "small", title: DEFINITIONS.median[1] },
                            `median ${percent(pair.median)} of pixels, ${counted(pair.count, "row")}`)))))));
    }
}
