/** The view of the Conditional Sampler: all images by class, and what its classifier sees in them. */

import { choice, element } from "../common/elements.js";
import { Pictures } from "../common/pictures.js";
import { SampleGrid } from "../common/samplegrid.js";
import { AGREEMENTS, byClass, select, SORTS, summarize, toSamples } from "../common/samples.js";
import { Details } from "../common/source.js";
import { kindFilter, partNote, start, summary } from "../common/view.js";
import { percent, probability } from "../common/words.js";
import { Detail } from "./detail.js";
import { MOST_IMAGES, saveSheet } from "./sheet.js";

const SIDES = { small: 56, medium: 84, large: 168 };
const OWN = "judged by the model's own classifier on the finished images with 8 bits a colour";

class SamplerView {

    constructor(source) {
        this.initial = source.initial;
        this.rows = toSamples(this.initial);
        this.filter = { desired: "", agreements: new Set(), sort: "table", size: "medium" };
        this.pictures = new Pictures(new Details(source), ["image"]);
        this.detail = new Detail(this.pictures);
        this.grid = new SampleGrid(this.pictures, {
            onselect: row => {
                this.selected = row;
                this.detail.show(row);
            },
        });
        this.classes = element("nav", { class: "classes", "aria-label": "Share as asked of each class" });
        this.controls = element("div", { class: "controls" });
        this.shown = element("p", { class: "shown small", role: "status" });
    }

    build() {
        this.apply();
        return [
            element("header", {}, this.summary()),
            element("div", { class: "panels" }, this.classes,
                element("div", { class: "middle" }, this.controls, this.shown, this.grid.list), this.detail.panel),
        ];
    }

    summary() {
        const { count, rate, median } = summarize(this.rows);
        return summary("Samples", [
            [String(count), count === 1 ? "image" : "images", "The images that the node made."],
            [percent(rate), "as asked", `The share of images in which the class that was asked for is seen, ${OWN}.`],
            [probability(median), "median probability",
                `Half of the images have a higher probability of the class that was asked for, ${OWN}.`],
        ], partNote(this.initial));
    }

    /** Applies the filter and builds its controls anew. */
    apply() {
        const rows = select(this.rows, this.filter);
        this.classes.replaceChildren(...this.classShares());
        this.controls.replaceChildren(...this.filters(rows));
        this.shown.replaceChildren(this.rows.length === 0
            ? "The node made no images. Ask for some in its dialog or in its table of requests."
            : `${rows.length} of ${this.rows.length} images`);
        if (rows.length < this.rows.length) {
            this.shown.append(" ", element("button", { class: "plain", onclick: () => this.reset() }, "Show all"));
        }
        this.grid.show(byClass(rows, this.initial.classes), SIDES[this.filter.size], this.selected);
    }

    change(name, value) {
        this.filter[name] = value;
        this.apply();
        this.controls.querySelector(`[data-name="${name}"] select`)?.focus();
    }

    filters(rows) {
        const groups = byClass(this.rows, this.initial.classes);
        const fields = [
            ["desired", choice("Class", [["", "all classes"], ...groups.map(({ name }) => [name, name])],
                this.filter.desired, value => this.change("desired", value))],
            ["sort", choice("Order within a class", Object.entries(SORTS).map(([key, [text]]) => [key, text]),
                this.filter.sort, value => this.change("sort", value))],
            ["size", choice("Size", Object.keys(SIDES).map(key => [key, key]), this.filter.size,
                value => this.change("size", value))],
        ];
        fields.forEach(([name, field]) => field.setAttribute("data-name", name));
        return [...fields.map(([, field]) => field),
            element("button", {
                class: "save",
                disabled: rows.length === 0,
                title: `Saves the images shown, at most ${MOST_IMAGES}, as one PNG file.`,
                onclick: () => saveSheet(select(this.rows, this.filter), this.initial.classes, this.pictures),
            }, "Save picture"),
            this.agreements()];
    }

    agreements() {
        return kindFilter({
            label: "Agreement",
            name: "agreement",
            kinds: AGREEMENTS,
            rows: this.rows,
            chosen: this.filter.agreements,
            apply: () => this.apply(),
        });
    }

    /** A button for each class, with a bar as long as its share of images as asked. */
    classShares() {
        return byClass(this.rows, this.initial.classes).map(({ name, rows }) => {
            const { count, rate } = summarize(rows);
            const bar = element("span", { class: "bar", "aria-hidden": "true" }, element("i"));
            bar.firstChild.style.width = `${100 * (rate ?? 0)}%`;
            return element("button", {
                class: "class",
                "data-class": name,
                "aria-pressed": String(this.filter.desired === name),
                title: `${name}: ${count} images, ${percent(rate)} as asked, ${OWN}. Choose to see this class alone.`,
                onclick: () => {
                    this.filter.desired = this.filter.desired === name ? "" : name;
                    this.apply();
                    [...this.classes.children].find(button => button.dataset.class === name)?.focus();
                },
            }, element("span", { class: "name" }, name), element("span", { class: "number" }, percent(rate)), bar);
        });
    }

    reset() {
        Object.assign(this.filter, { desired: "" });
        this.filter.agreements.clear();
        this.apply();
        this.grid.choose(this.grid.selected);
    }
}

start(source => new SamplerView(source).build());
