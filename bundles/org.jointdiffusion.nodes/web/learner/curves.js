/** The course of the training: losses, accuracies and learning rate, and all figures at one step. */

import { choice, element } from "../common/elements.js";
import { percent } from "../common/words.js";
import { chart } from "./chart.js";
import { short } from "./scale.js";
import { AXES, CHARTS, DEFINITIONS } from "./words.js";

export class Curves {

    /** @param best the entry of the history whose weights were kept, or -1 */
    constructor(history, best) {
        this.history = history;
        this.best = best;
        this.count = history.Step?.length ?? 0;
        this.entry = best >= 0 ? best : this.count - 1;
        this.axis = "Step";
        this.isLog = true;
        this.panel = element("section", { class: "curves", "aria-label": "Curves" });
        this.build();
    }

    build() {
        if (this.count === 0) {
            this.panel.replaceChildren(element("p", { class: "message" },
                "The training ended before the model was evaluated for the first time, so there are no curves."));
            return;
        }
        this.slider = element("input", {
            type: "range",
            min: 0,
            max: this.count - 1,
            step: 1,
            value: this.entry,
            "aria-label": "Evaluation of which the figures are shown",
            oninput: event => this.mark(Number(event.target.value)),
        });
        this.where = element("p", { class: "where", role: "status" });
        this.charts = element("div", { class: "charts" });
        this.panel.replaceChildren(
            element("div", { class: "bar" },
                choice("Horizontal axis", Object.entries(AXES).map(([key, { text }]) => [key, text]), this.axis, axis => {
                    this.axis = axis;
                    this.draw();
                }),
                element("label", { class: "check" }, element("input", {
                    type: "checkbox",
                    checked: this.isLog,
                    onchange: event => {
                        this.isLog = event.target.checked;
                        this.draw();
                    },
                }), element("span", {}, "logarithmic losses")),
                element("div", { class: "at" }, this.slider, this.where),
                this.best < 0 ? null : element("button", { class: "tobest", onclick: () => this.mark(this.best) }, "Best step")),
            this.charts);
        this.draw();
    }

    draw() {
        const { column, unit } = AXES[this.axis];
        const along = this.history[column].map(value => value / (unit ?? 1));
        this.drawn = CHARTS.map(description => this.figure(description, along));
        this.charts.replaceChildren(...this.drawn.map(({ figure }) => figure));
        this.mark(this.entry);
    }

    figure({ title, hint, columns, isLoss, isShare }, along) {
        const series = Object.entries(columns)
            .map(([name, column]) => ({ name, kind: name === "training" ? "before" : "desired", values: this.history[column] }))
            .filter(each => each.values.some(value => value !== null));
        const drawn = chart({
            title,
            along,
            axis: AXES[this.axis].text,
            series,
            best: this.best,
            isLog: isLoss && this.isLog,
            isShare,
            onpoint: entry => this.mark(entry),
        });
        const legend = element("div", { class: "legend" });
        return {
            series,
            drawn,
            legend,
            write: isShare ? percent : short,
            figure: element("figure", {},
                element("figcaption", { title: DEFINITIONS[title] }, element("h2", {}, title), element("span", { class: "small" }, hint)),
                drawn, legend),
        };
    }

    /** Shows the figures of one entry of the history in all charts. */
    mark(entry) {
        this.entry = entry;
        this.slider.value = entry;
        const at = `step ${short(this.history.Step[entry])}, epoch ${this.history.Epoch[entry].toFixed(1)}, `
            + `${(this.history.Seconds[entry] / 60).toFixed(1)} min`;
        this.slider.setAttribute("aria-valuetext", at + (entry === this.best ? ", the best step" : ""));
        this.where.replaceChildren(at, entry === this.best ? element("strong", {}, " ▲ best step, kept") : "");
        for (const { series, drawn, legend, write } of this.drawn) {
            drawn.mark(entry);
            legend.replaceChildren(...series.map(({ name, kind, values }) => element("span", { class: kind },
                element("i", { "aria-hidden": "true" }), `${name} ${write(values[entry])}`)));
        }
    }
}
