/** One image in detail: what was asked for, what the classifier sees, and how to make it again. */

import { element } from "../common/elements.js";
import { draw } from "../common/images.js";
import { AGREEMENTS, spoken } from "../common/samples.js";
import { factList } from "../common/view.js";
import { probability } from "../common/words.js";

const LARGEST = 224;

export class Detail {

    constructor(pictures) {
        this.pictures = pictures;
        this.panel = element("section", { class: "detail", "aria-label": "The selected image" });
    }

    /** Shows an image, or that there is none. */
    async show(row) {
        this.row = row;
        if (!row) {
            this.panel.replaceChildren(element("p", { class: "message" }, "No image is selected."));
            return;
        }
        const place = element("div", { class: "frame" });
        const kind = AGREEMENTS[row.agreement];
        this.panel.replaceChildren(place, element("div", { class: "about" },
            element("div", { class: "line" }, element("h2", {}, row.key),
                element("span", { class: `badge ${row.agreement}`, title: kind.definition },
                    element("span", { "aria-hidden": "true" }, kind.sign), ` ${kind.text}`)),
            this.facts(row)));
        try {
            const { image } = await this.pictures.of(row);
            if (this.row === row) {
                place.replaceChildren(image ? this.canvas(row, image)
                    : element("p", { class: "message" }, "The image is missing."));
            }
        } catch (error) {
            place.replaceChildren(element("p", { class: "message", role: "alert" }, error.message));
        }
    }

    canvas(row, image) {
        const canvas = element("canvas", { role: "img", "aria-label": spoken(row) });
        draw(canvas, image, this.panel.clientWidth > 500 ? LARGEST / 2 : LARGEST);
        return canvas;
    }

    facts(row) {
        const calibrated = "the calibrated probability from 0 to 1, judged on the image with 8 bits a colour";
        return factList([
            ["Asked for", "The class that was asked for.", row.desired],
            ["P (asked for)", `How sure the classifier is of that class: ${calibrated}.`, probability(row.probability)],
            ["Seen", "The class that the model's own classifier sees in the image.", row.predicted || "–"],
            ["P (seen)", `How sure the classifier is of the class it sees: ${calibrated}.`,
                probability(row.predictedProbability)],
            ["Seed", "The seed of the noise from which the image was made.", row.seed || "–"],
            ["Row", "The number of the image: with the same seed, it gives the same noise.", row.row || "–"],
            ["Settings", "How the image was made.", row.settings || "–"],
        ]);
    }
}
