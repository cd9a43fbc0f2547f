/** The view of the Counterfactual Explainer: puts its parts together and keeps what the reader chose. */

import { choice, element } from "../common/elements.js";
import { Pictures } from "../common/pictures.js";
import { occurring } from "../common/rows.js";
import { Details } from "../common/source.js";
import { kindFilter, partNote, start, summary, Tabs } from "../common/view.js";
import { percent } from "../common/words.js";
import { Atlas } from "./atlas.js";
import { Detail } from "./detail.js";
import { Gallery } from "./gallery.js";
import { printRows } from "./picture.js";
import { select, SORTS, summarize, toRows } from "./rows.js";
import { BADGES, DEFINITIONS } from "./words.js";

class ExplainerView {

    constructor(source) {
        this.source = source;
        this.initial = source.initial;
        this.rows = toRows(this.initial);
        this.filter = { from: "", to: "", badges: new Set(), sort: "table" };
        const pictures = new Pictures(new Details(source), ["original", "counterfactual"]);
        this.detail = new Detail(pictures, {
            siblings: row => this.rows.filter(other => other.inputRow === row.inputRow),
            onchoose: row => this.goTo(row),
            onclose: () => this.close(),
            onprint: () => printRows(this.gallery.rows, pictures),
        });
        this.gallery = new Gallery(pictures, {
            onselect: row => this.choose(row),
            onopen: () => this.open(),
            onslide: change => this.detail.slide(change),
        });
        this.atlas = new Atlas(source, this.rows, this.initial.classes, {
            onchoose: (from, to) => {
                Object.assign(this.filter, { from, to });
                this.filter.badges.clear();
                this.tabs.show("gallery");
                this.apply();
                this.gallery.list.focus();
            },
        });
    }

    build() {
        this.controls = element("div", { class: "controls" });
        this.shown = element("p", { class: "shown small", role: "status" });
        this.galleryPanel = element("div", { class: "panels" },
            element("div", { class: "side" }, this.controls, this.shown, this.gallery.list), this.detail.panel);
        this.tabs = new Tabs({
            gallery: { text: "Gallery", panel: this.galleryPanel },
            atlas: { text: "Atlas", panel: element("div", {}, this.atlas.panel), onshow: () => this.atlas.show() },
        });
        this.apply();
        return [element("header", {}, this.summary(), this.tabs.list), ...this.tabs.panels];
    }

    summary() {
        const { rows, explained, rate, agreement, median } = summarize(this.rows);
        const unexplained = rows - explained;
        const part = partNote(this.initial);
        return summary("Counterfactuals", [
            [String(explained), explained === 1 ? "row explained" : "rows explained",
                "Rows with a counterfactual, whether it reached its class or not."
                    + (unexplained ? ` ${unexplained} more could not be explained.` : "")],
            [percent(rate), "turned", DEFINITIONS.rate[1]],
            ...this.initial.hasOracle ? [[percent(agreement), "another classifier agrees", DEFINITIONS.agreement[1]]] : [],
            [percent(median), "of pixels, median change", DEFINITIONS.median[1]],
        ], part && `${part} Filter the table before the node to see others.`);
    }

    /** Applies the filter and builds its controls anew, with the number of rows of each badge. */
    apply() {
        const rows = select(this.rows, this.filter);
        this.controls.replaceChildren(...this.filters());
        this.shown.replaceChildren(this.rows.length === 0
            ? "The node's input table had no rows."
            : `${rows.length} of ${this.rows.length} rows`);
        if (rows.length < this.rows.length) {
            this.shown.append(" ", element("button", { class: "plain", onclick: () => this.reset() }, "Show all"));
        }
        this.gallery.show(rows, this.selected);
    }

    filters() {
        const change = (name, value) => {
            this.filter[name] = value;
            this.apply();
            this.controls.querySelector(`[data-name="${name}"] select`)?.focus();
        };
        const classes = name => [["", "any class"],
            ...occurring(this.rows, name, this.initial.classes).map(each => [each, each])];
        const fields = [
            ["from", choice("From", classes("before"), this.filter.from, value => change("from", value))],
            ["to", choice("To", classes("desired"), this.filter.to, value => change("to", value))],
            ["sort", choice("Sort", Object.entries(SORTS).map(([key, [text]]) => [key, text]), this.filter.sort,
                value => change("sort", value))],
        ];
        fields.forEach(([name, field]) => field.setAttribute("data-name", name));
        return [...fields.map(([, field]) => field), this.badges()];
    }

    badges() {
        return kindFilter({
            label: "Badges",
            name: "badge",
            kinds: BADGES,
            rows: this.rows,
            chosen: this.filter.badges,
            apply: () => this.apply(),
        });
    }

    reset() {
        Object.assign(this.filter, { from: "", to: "" });
        this.filter.badges.clear();
        this.apply();
        this.gallery.list.focus();
    }

    choose(row) {
        if (row !== this.selected || !row) {
            this.selected = row;
            this.detail.show(row);
        }
    }

    /** Selects a row, in the whole gallery if the filter hides it. */
    goTo(row) {
        if (!this.gallery.rows.includes(row)) {
            this.reset();
        }
        this.gallery.choose(this.gallery.rows.indexOf(row));
    }

    /** Gives the detail the keyboard, and in a narrow window the place of the gallery. */
    async open() {
        this.galleryPanel.classList.add("open");
        await this.detail.pictures.of(this.selected).catch(() => null);
        this.detail.focus();
    }

    close() {
        this.galleryPanel.classList.remove("open");
        this.gallery.list.focus();
        this.gallery.choose(this.gallery.selected);
    }
}

start(source => new ExplainerView(source).build());
