/** A grid of drawn images by class; only the images in sight are fetched and painted. */

import { element } from "./elements.js";
import { draw } from "./images.js";
import { AGREEMENTS, sentence, spoken, takenFor } from "./samples.js";
import { probability } from "./words.js";

const VERTICAL = { ArrowUp: -1, ArrowDown: 1 };

export class SampleGrid {

    /** @param onselect gets the row that was chosen, or null when there is none */
    constructor(pictures, { onselect = () => null } = {}) {
        this.pictures = pictures;
        this.onselect = onselect;
        this.side = 84;
        this.list = element("div", {
            class: "samples",
            role: "listbox",
            "aria-label": "Drawn images by class; the arrow keys choose one",
            onkeydown: event => this.key(event),
            onclick: event => this.choose(this.tiles.indexOf(event.target.closest(".sample"))),
        });
        this.sight = new IntersectionObserver(entries => entries.forEach(entry => this.paint(entry)),
            { root: this.list, rootMargin: "400px" });
    }

    /** Shows groups of rows and keeps the selected row if it is among them; side is that of an image in pixels. */
    show(groups, side, selected) {
        this.sight.disconnect();
        this.side = side;
        this.rows = groups.flatMap(group => group.rows);
        this.tiles = [];
        this.list.style.setProperty("--side", `${side}px`);
        this.list.replaceChildren(...groups.map(group => this.group(group)));
        this.list.scrollTop = 0;
        this.tiles.forEach(tile => this.sight.observe(tile));
        this.selected = -1;
        this.mark(this.rows.length ? Math.max(0, this.rows.findIndex(row => row.index === selected?.index)) : -1);
    }

    group({ name, rows }) {
        const others = takenFor(rows);
        return element("section", { role: "group", "aria-label": `${name}: ${sentence(rows)}` },
            element("div", { class: "grouphead" },
                element("h3", {}, name), element("span", { class: "small" }, sentence(rows), others ? `; ${others}` : "")),
            element("div", { class: "tiles", role: "presentation" }, rows.map(row => this.tile(row))));
    }

    tile(row) {
        const kind = AGREEMENTS[row.agreement];
        const tile = element("div", {
            class: `sample ${row.agreement}`,
            role: "option",
            tabindex: "-1",
            "aria-selected": "false",
            "aria-label": spoken(row),
            title: spoken(row),
        },
            element("div", { class: "picture" }, element("canvas", { width: 1, height: 1, "aria-hidden": "true" }),
                element("span", { class: "over", "aria-hidden": "true" }, `P ${probability(row.probability)}`)),
            element("span", { class: "seen", "aria-hidden": "true" }, `${kind.sign} `,
                row.agreement === "other" ? row.predicted : row.agreement === "agreed" ? "" : kind.text));
        tile.dataset.row = row.index;
        this.tiles.push(tile);
        return tile;
    }

    /** Paints an image that comes into sight, and gives back the memory of one that leaves it. */
    async paint({ target, isIntersecting }) {
        const canvas = target.querySelector("canvas");
        if (!isIntersecting) {
            if (canvas) {
                canvas.width = canvas.height = 1;
            }
            return;
        }
        const row = this.rows[this.tiles.indexOf(target)];
        try {
            const { image } = row ? await this.pictures.of(row) : {};
            if (image) {
                draw(canvas, image, this.side);
            } else {
                target.querySelector(".picture").replaceChildren(element("span", { class: "noimage" }, "no image"));
            }
        } catch (error) {
            target.querySelector(".picture").replaceChildren(element("span", { class: "noimage", role: "alert" }, error.message));
        }
    }

    key(event) {
        const last = this.tiles.length - 1;
        const to = event.key === "ArrowLeft" ? this.selected - 1
            : event.key === "ArrowRight" ? this.selected + 1
                : event.key === "Home" ? 0
                    : event.key === "End" ? last
                        : event.key in VERTICAL ? this.vertical(VERTICAL[event.key]) : NaN;
        if (!Number.isNaN(to) && last >= 0) {
            event.preventDefault();
            this.choose(Math.max(0, Math.min(last, to)));
        }
    }

    /** The tile above or below the selected one: the nearest of the next line. */
    vertical(direction) {
        const from = this.tiles[this.selected].getBoundingClientRect();
        let line = null;
        let best = this.selected;
        let distance = Infinity;
        for (let i = this.selected + direction; i >= 0 && i < this.tiles.length; i += direction) {
            const place = this.tiles[i].getBoundingClientRect();
            if (Math.abs(place.top - from.top) > 2) {
                line ??= place.top;
                if (Math.abs(place.top - line) > 2) {
                    break;
                }
                if (Math.abs(place.left - from.left) < distance) {
                    distance = Math.abs(place.left - from.left);
                    best = i;
                }
            }
        }
        return best;
    }

    /** Selects by position and gives the tile the keyboard. */
    choose(position) {
        if (position >= 0) {
            this.mark(position);
            this.tiles[position].focus();
        }
    }

    mark(position) {
        const before = this.tiles[this.selected];
        before?.setAttribute("aria-selected", "false");
        before?.setAttribute("tabindex", "-1");
        this.selected = position;
        this.tiles[position]?.setAttribute("aria-selected", "true");
        this.tiles[position]?.setAttribute("tabindex", "0");
        this.onselect(this.rows[position] ?? null);
    }
}
