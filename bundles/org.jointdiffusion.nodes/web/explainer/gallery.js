/** The list of rows: only the cards in sight exist, so that thousands of rows scroll smoothly. */

import { element } from "../common/elements.js";
import { draw } from "../common/images.js";
import { counted, decimal, percent } from "../common/words.js";
import { overlay } from "./pixels.js";
import { badge, problem, spoken, transition } from "./row.js";
import { DEFINITIONS, pictureText } from "./words.js";

const CARD_HEIGHT = 116;
const THUMBNAIL = 84;
const MARGIN_CARDS = 4;

export class Gallery {

    /** @param onselect gets the row that was chosen; onopen is called for Enter and a click; onslide for left and right */
    constructor(pictures, { onselect, onopen, onslide }) {
        this.pictures = pictures;
        this.onselect = onselect;
        this.onopen = onopen;
        this.onslide = onslide;
        this.rows = [];
        this.selected = -1;
        this.cards = new Map();
        this.track = element("div", { class: "track", role: "presentation" });
        this.list = element("div", {
            class: "gallery",
            role: "listbox",
            tabindex: "0",
            "aria-label": "Counterfactuals; arrow up and down choose a row, left and right blend its images, Enter opens it",
            onkeydown: event => this.key(event),
            onscroll: () => this.refresh(),
        }, this.track);
        new ResizeObserver(() => this.refresh()).observe(this.list);
    }

    /** Shows rows and keeps the selected row if it is among them. */
    show(rows, selected) {
        this.rows = rows;
        this.cards.forEach(card => card.remove());
        this.cards.clear();
        this.track.style.height = `${rows.length * CARD_HEIGHT}px`;
        this.list.scrollTop = 0;
        const position = Math.max(0, rows.findIndex(row => row.index === selected?.index));
        this.choose(rows.length ? position : -1);
        this.refresh();
    }

    /** Selects by position in the list and brings the card into sight. */
    choose(position) {
        this.selected = position;
        if (position >= 0) {
            const top = position * CARD_HEIGHT;
            const { scrollTop, clientHeight } = this.list;
            if (top < scrollTop) {
                this.list.scrollTop = top;
            } else if (clientHeight && top + CARD_HEIGHT > scrollTop + clientHeight) {
                this.list.scrollTop = top + CARD_HEIGHT - clientHeight;
            }
        }
        this.refresh();
        this.onselect(this.rows[position] ?? null);
    }

    key(event) {
        const page = Math.max(1, Math.floor(this.list.clientHeight / CARD_HEIGHT));
        const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
        if (event.key in steps && this.rows.length) {
            this.choose(Math.max(0, Math.min(this.rows.length - 1, this.selected + steps[event.key])));
        } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
            this.onslide(event.key === "ArrowLeft" ? -1 : 1);
        } else if (event.key === "Enter" && this.selected >= 0) {
            this.onopen();
        } else {
            return;
        }
        event.preventDefault();
    }

    /** Makes the cards in sight and removes the others. */
    refresh() {
        const first = Math.max(0, Math.floor(this.list.scrollTop / CARD_HEIGHT) - MARGIN_CARDS);
        const last = Math.min(this.rows.length - 1,
            Math.ceil((this.list.scrollTop + this.list.clientHeight) / CARD_HEIGHT) + MARGIN_CARDS);
        for (const [position, card] of this.cards) {
            if (position < first || position > last) {
                card.remove();
                this.cards.delete(position);
            }
        }
        for (let position = first; position <= last; position++) {
            if (!this.cards.has(position)) {
                this.cards.set(position, this.card(position));
                this.track.append(this.cards.get(position));
            }
            this.cards.get(position).setAttribute("aria-selected", String(position === this.selected));
        }
        const active = this.cards.get(this.selected);
        if (active) {
            this.list.setAttribute("aria-activedescendant", active.id);
        } else {
            this.list.removeAttribute("aria-activedescendant");
        }
    }

    card(position) {
        const row = this.rows[position];
        const trouble = problem(row);
        const pictures = ["original", "heat", "counterfactual"].map(which =>
            element("canvas", { role: "img", "aria-label": pictureText(row, which), width: 1, height: 1 }));
        const card = element("div", {
            class: "card",
            role: "option",
            id: `row-${row.index}`,
            "aria-label": spoken(row),
            "aria-posinset": position + 1,
            "aria-setsize": this.rows.length,
            onclick: () => {
                this.choose(position);
                this.onopen();
            },
        },
            trouble
                ? element("div", { class: "pictures empty", "aria-hidden": "true" }, "no image")
                : element("div", { class: "pictures" }, pictures),
            element("div", { class: "text" },
                element("div", { class: "line" },
                    element("span", { class: "key", title: row.key }, row.key), badge(row)),
                trouble ? element("div", { class: "small" }, trouble) : transition(row),
                trouble ? null : element("div", { class: "small figures" },
                    element("span", { title: DEFINITIONS.changedShare[1] }, `${percent(row.changedShare)} of pixels`),
                    element("span", { class: "regions", title: DEFINITIONS.regions[1] }, counted(row.regions, "region")),
                    element("span", { class: "cout", title: DEFINITIONS.cout[1] }, `COUT ${decimal(row.cout)}`))));
        card.style.top = `${position * CARD_HEIGHT}px`;
        if (!trouble) {
            this.paint(row, pictures);
        }
        return card;
    }

    async paint(row, canvases) {
        try {
            const { original, counterfactual } = await this.pictures.of(row);
            if (original && counterfactual) {
                draw(canvases[0], original, THUMBNAIL);
                draw(canvases[1], overlay(original, original, counterfactual, 1), THUMBNAIL);
                draw(canvases[2], counterfactual, THUMBNAIL);
            }
        } catch (error) {
            canvases[0].parentElement?.replaceChildren(element("span", { class: "small" }, error.message));
        }
    }
}
