/** The view of the Joint Diffusion Learner: how the training went and what came out of it. */

import { cardPanel, toFacts } from "../common/card.js";
import { element } from "../common/elements.js";
import { Pictures } from "../common/pictures.js";
import { SampleGrid } from "../common/samplegrid.js";
import { AGREEMENTS, byClass, sentence, toSamples } from "../common/samples.js";
import { Details } from "../common/source.js";
import { start, summary, Tabs } from "../common/view.js";
import { percent } from "../common/words.js";
import { Confusion } from "./confusion.js";
import { Curves } from "./curves.js";
import { diagram, reliabilityPanel } from "./reliability.js";
import { short } from "./scale.js";
import { DEFINITIONS } from "./words.js";

const SIDE = 84;
const LARGE_SIDE = 128;

class LearnerView {

    constructor(source) {
        this.source = source;
        this.initial = source.initial;
        this.facts = toFacts(this.initial.facts);
        this.steps = this.initial.history.Step ?? [];
        this.best = this.steps.findIndex(step => String(step) === this.facts.get("best step"));
        this.confusion = new Confusion(this.initial.classes, this.initial.confusion);
    }

    build() {
        const tabs = new Tabs({
            curves: { text: "Curves", panel: element("div", {}, new Curves(this.initial.history, this.best).panel) },
            validation: { text: "Validation", panel: this.validation() },
            previews: { text: "Previews", panel: this.previews() },
            card: { text: "Model card", panel: cardPanel(this.facts) },
        });
        return [element("header", {}, this.summary(), tabs.list), ...tabs.panels];
    }

    summary() {
        const { error } = diagram(this.initial.reliability, 1);
        const seconds = this.initial.history.Seconds?.at(-1);
        return summary("Training", [
            [percent(this.confusion.accuracy()), "validation accuracy", DEFINITIONS.validationAccuracy],
            [percent(error), "calibration error", DEFINITIONS.calibrationError],
            ...this.best < 0 ? [] : [[short(this.steps[this.best]), `best of ${short(this.steps.at(-1))} steps`, DEFINITIONS.best]],
            ...seconds === undefined ? [] : [[(seconds / 60).toFixed(1), "minutes", DEFINITIONS.minutes]],
        ]);
    }

    validation() {
        return this.confusion.total === 0
            ? element("div", {}, element("p", { class: "message" },
                "No images were kept out of the training, so nobody knows how good the model is. Give the node more "
                + "labelled images, or a larger validation share."))
            : element("div", { class: "validation" }, this.confusion.panel,
                reliabilityPanel(this.initial.reliability, this.facts.get("temperature")));
    }

    /** Large previews get more room, so that small details can be seen. */
    previewSide() {
        const sides = (this.facts.get("images") ?? "").match(/\d+/g) ?? [];
        return Math.max(0, ...sides.map(Number)) > SIDE ? LARGE_SIDE : SIDE;
    }

    previews() {
        const rows = toSamples(this.initial);
        if (rows.length === 0) {
            return element("div", {}, element("p", { class: "message" },
                "The node made no previews. Ask for some in the section Output of its dialog."));
        }
        const grid = new SampleGrid(new Pictures(new Details(this.source), ["image"]));
        grid.show(byClass(rows, this.initial.classes), this.previewSide());
        return element("div", { class: "previews" },
            element("p", { class: "note" }, `Drawn by the finished model from pure noise: ${sentence(rows)}. `,
                element("span", { title: AGREEMENTS.agreed.definition }, "✓ its classifier sees the class that was asked for"), ", ",
                element("span", { title: AGREEMENTS.other.definition }, "! it sees another class"),
                ". They show how far the model has learned what each class looks like."),
            grid.list);
    }
}

start(source => new LearnerView(source).build());
