/** The view of the Joint Diffusion Model Reader: what the model draws, and its card. */

import { cardPanel, toFacts } from "../common/card.js";
import { element } from "../common/elements.js";
import { decode, draw } from "../common/images.js";
import { start, summary } from "../common/view.js";

const SIDE = 84;

class ModelView {

    constructor(source) {
        this.source = source;
        this.initial = source.initial;
        this.facts = toFacts(this.initial.facts);
    }

    build() {
        return [
            element("header", {}, summary("Model", [
                [String(this.initial.classes.length), "classes", "How many classes the model tells apart."],
                [this.facts.get("images"), "images", "The size of the images that the model sees and draws."],
                [this.facts.get("parameters"), "parameters", "How many numbers the network has learned."],
            ])),
            element("div", { class: "model", tabindex: "0", role: "region", "aria-label": "Samples and model card" },
                this.samples(), cardPanel(this.facts)),
        ];
    }

    samples() {
        const names = this.initial.samples;
        if (names.length === 0) {
            return element("section", { class: "drawn" }, element("p", { class: "note" },
                "The model has no samples: it was trained without previews, or by an earlier version. "
                + "The Conditional Sampler draws images with it."));
        }
        const canvases = names.map(() => element("canvas", { width: 1, height: 1 }));
        const groups = new Map();
        names.forEach((name, i) => groups.set(name, [...groups.get(name) ?? [], canvases[i]]));
        const section = element("section", { class: "drawn", "aria-label": "Samples" },
            element("p", { class: "note" }, this.sentence(groups.size)),
            [...groups].map(([name, images]) => this.group(name, images)));
        this.paint(canvases).catch(error => section.replaceChildren(
            element("p", { class: "message", role: "alert" }, error.message)));
        return section;
    }

    sentence(shown) {
        const { length } = this.initial.classes;
        const which = shown < length ? `of the first ${shown} of its ${length} classes` : shown === 1 ? "of its one class" : `of its ${shown} classes`;
        return `Drawn by the finished model from pure noise: images ${which}. They show how far it has learned what each class `
            + "looks like.";
    }

    group(name, images) {
        images.forEach((canvas, i) => {
            canvas.setAttribute("role", "img");
            canvas.setAttribute("aria-label", `${name}, image ${i + 1} of ${images.length}`);
        });
        return element("div", { class: "kind" }, element("h3", { title: name }, name),
            element("div", { class: "row" }, images.map(canvas => element("div", { class: "frame" }, canvas))));
    }

    async paint(canvases) {
        const details = await this.source.details(0, canvases.length);
        await Promise.all(canvases.map(async (canvas, i) => draw(canvas, await decode(details[i].image), SIDE)));
    }
}

start(source => new ModelView(source).build());
