/** One row in detail: what was decided, what would have to change, and how sure the classifier is on the way. */

import { element } from "../common/elements.js";
import { draw } from "../common/images.js";
import { probability } from "../common/words.js";
import { curve } from "./curve.js";
import { savePicture } from "./picture.js";
import { blend, difference, overlay } from "./pixels.js";
import { badge, facts, problem, transition } from "./row.js";
import { BADGES, DEFINITIONS, pictureText } from "./words.js";

export class Detail {

    /** @param siblings gives all rows that explain the same input; onchoose gets one of them; onclose ends the reading */
    constructor(pictures, { siblings, onchoose, onclose, onprint }) {
        this.pictures = pictures;
        this.siblings = siblings;
        this.onchoose = onchoose;
        this.onclose = onclose;
        this.onprint = onprint;
        this.opacity = 0.75;
        this.isDifference = false;
        this.panel = element("section", {
            class: "detail",
            "aria-label": "The selected row",
            onkeydown: event => this.key(event),
        });
        new ResizeObserver(() => this.paint()).observe(this.panel);
    }

    /** Shows a row, or that there is none. */
    async show(row) {
        this.row = row;
        this.content = null;
        if (!row) {
            this.panel.replaceChildren(element("p", { class: "message" }, "No row is selected."));
            return;
        }
        try {
            const content = await this.pictures.of(row);
            if (this.row === row) {
                this.build(row, content);
            }
        } catch (error) {
            this.panel.replaceChildren(element("p", { class: "message", role: "alert" }, error.message));
        }
    }

    build(row, content) {
        const heading = [
            element("button", { class: "plain back", onclick: () => this.onclose() }, "← Gallery"),
            element("div", { class: "line" },
                element("h2", {}, row.key), badge(row)),
        ];
        const trouble = problem(row);
        if (trouble || !content.original || !content.counterfactual) {
            this.panel.replaceChildren(...heading,
                element("p", { class: "message" }, trouble || "The images of this row are missing."));
            return;
        }
        this.content = content;
        this.steps = content.before.length - 1;
        this.frame = content.flip >= 0 ? content.flip : this.steps;
        this.canvases = ["original", "heat", "counterfactual"].map(which =>
            element("canvas", { role: "img", "aria-label": pictureText(row, which), width: 1, height: 1 }));
        this.middleText = element("figcaption", {});
        this.curve = curve(row, content);
        this.curve.mark(this.frame);
        this.panel.replaceChildren(...heading,
            element("p", { class: "decision" }, transition(row), " ",
                element("span", { class: "small" }, BADGES[row.badge]?.definition ?? "")),
            element("p", { class: "sentence" }, content.sentence),
            element("div", { class: "trio" },
                figure(this.canvases[0], element("figcaption", {}, "Original")),
                figure(this.canvases[1], this.middleText),
                figure(this.canvases[2], element("figcaption", {}, "Counterfactual"))),
            this.way(row),
            this.heat(),
            facts(row),
            this.others(row),
            element("div", { class: "actions" },
                element("button", { onclick: () => savePicture(row, content, this.frame) }, "Save picture"),
                element("button", { onclick: () => this.onprint() }, "Print the rows shown")));
        this.paint();
    }

    /** The slider, with the curve right under it on the same scale. */
    way(row) {
        this.slider = element("input", {
            type: "range",
            min: 0,
            max: this.steps,
            step: 1,
            value: this.frame,
            "aria-label": "Blend from the original to the counterfactual",
            oninput: event => this.slideTo(Number(event.target.value)),
        });
        this.values = element("div", { class: "legend", "aria-live": "off" });
        this.describe(row);
        return element("div", { class: "way" },
            element("div", { class: "ends small", "aria-hidden": "true" },
                element("span", {}, "original"), element("span", {}, "counterfactual")),
            this.slider, this.curve, this.values);
    }

    /** How strongly the heat map covers the middle image. */
    heat() {
        return element("div", { class: "heat" },
            element("label", { title: DEFINITIONS.heat[1] }, element("span", {}, "Heat map"),
                element("input", {
                    type: "range",
                    min: 0,
                    max: 100,
                    step: 5,
                    value: Math.round(100 * this.opacity),
                    "aria-label": "Opacity of the heat map in percent",
                    oninput: event => {
                        this.opacity = event.target.value / 100;
                        this.paint();
                    },
                })),
            element("label", {}, element("input", {
                type: "checkbox",
                checked: this.isDifference,
                onchange: event => {
                    this.isDifference = event.target.checked;
                    this.paint();
                },
            }), element("span", {}, "only the difference")),
            element("span", { class: "scale", title: DEFINITIONS.heat[1] },
                element("span", {}, "darker"), element("span", { class: "ramp", "aria-hidden": "true" }),
                element("span", {}, "brighter")));
    }

    others(row) {
        const siblings = this.siblings(row);
        if (siblings.length < 2) {
            return "";
        }
        return element("div", { class: "others" }, element("h3", {}, `Counterfactuals of row ${row.inputRow}`),
            siblings.map((other, number) => element("button", {
                class: "chip",
                "aria-pressed": String(other === row),
                title: BADGES[other.badge]?.definition,
                onclick: () => this.onchoose(other),
            }, `${number + 1}: ${other.desired} `, element("span", { "aria-hidden": "true" }, BADGES[other.badge]?.sign ?? ""))));
    }

    /** Moves the slider by some frames. */
    slide(change) {
        if (this.content) {
            this.slideTo(Math.max(0, Math.min(this.steps, this.frame + change)));
        }
    }

    slideTo(frame) {
        this.frame = frame;
        this.slider.value = frame;
        this.curve.mark(frame);
        this.describe(this.row);
        this.paint();
    }

    describe(row) {
        const { before, desired, flip } = this.content;
        const text = `${row.before} ${probability(before[this.frame])}, ${row.desired} ${probability(desired[this.frame])}`;
        this.slider.setAttribute("aria-valuetext", `blend ${this.frame} of ${this.steps}: ${text}`
            + (this.frame === flip ? ", the class flips here" : ""));
        this.middleText.textContent = `Blend ${this.frame} of ${this.steps}${this.frame === flip ? ", flips here" : ""}`;
        this.values.replaceChildren(
            element("span", { class: "before", title: DEFINITIONS.probability[1] },
                element("i", { "aria-hidden": "true" }), `${row.before} ${probability(before[this.frame])}`),
            element("span", { class: "desired", title: DEFINITIONS.probability[1] },
                element("i", { "aria-hidden": "true" }), `${row.desired} ${probability(desired[this.frame])}`));
    }

    paint() {
        if (!this.content) {
            return;
        }
        const { original, counterfactual } = this.content;
        const wanted = Math.max(56, Math.min(224, Math.floor((this.panel.clientWidth - 72) / 3)));
        const frame = blend(original, counterfactual, this.frame / this.steps);
        draw(this.canvases[0], original, wanted);
        draw(this.canvases[1], this.isDifference ? difference(original, counterfactual)
            : overlay(frame, original, counterfactual, this.opacity), wanted);
        draw(this.canvases[2], counterfactual, wanted);
    }

    key(event) {
        if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            this.onclose();
        }
    }

    /** Puts the keyboard on the slider, or on the panel where there is none. */
    focus() {
        (this.content ? this.slider : this.panel.querySelector("button"))?.focus({ preventScroll: true });
    }
}

function figure(canvas, caption) {
    return element("figure", {}, element("div", { class: "frame" }, canvas), caption);
}
