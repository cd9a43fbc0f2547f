/** What all views have: how they start, their heading with the figures that matter most, their tabs. */

import { element } from "./elements.js";
import { openSource } from "./source.js";

/** Fills the page from its source, or says why that cannot be done; fill gets the source and gives the elements. */
export async function start(fill) {
    const view = document.getElementById("view");
    try {
        view.replaceChildren(...fill(await openSource()));
    } catch (error) {
        view.replaceChildren(element("p", { class: "message", role: "alert" }, error.message));
    }
    view.removeAttribute("aria-busy");
}

/** The title with figures, which are triples of value, name and definition, and a note under them. */
export function summary(title, figures, note) {
    return element("div", { class: "summary" },
        element("h1", {}, title),
        element("dl", {}, figures.map(([value, name, definition]) =>
            element("div", { title: definition }, element("dd", {}, value), element("dt", {}, name)))),
        note ? element("p", { class: "small" }, note) : null);
}

/** What a view says that shows the first rows only. */
export function partNote({ size, total }) {
    return total > size ? `The view shows the first ${size} of ${total} rows.` : "";
}

/**
 * Buttons that let kinds of rows through, each with its number of rows; a kind that no row has gets none.
 *
 * @param name which figure of a row is its kind; the buttons know theirs as "data-<name>"
 * @param kinds by kind: its sign, its text and its definition
 * @param chosen the set of chosen kinds, which a click changes
 * @param apply is called after a change, and may make the buttons anew
 */
export function kindFilter({ label, name, kinds, rows, chosen, apply }) {
    const counts = new Map();
    rows.forEach(row => counts.set(row[name], (counts.get(row[name]) ?? 0) + 1));
    return element("div", { class: "badges", role: "group", "aria-label": label },
        Object.keys(kinds).filter(kind => counts.has(kind)).map(kind => element("button", {
            class: `chip ${kind}`,
            [`data-${name}`]: kind,
            "aria-pressed": String(chosen.has(kind)),
            title: kinds[kind].definition,
            onclick: () => {
                if (!chosen.delete(kind)) {
                    chosen.add(kind);
                }
                apply();
                document.querySelector(`button[data-${name}="${kind}"]`)?.focus();
            },
        }, element("span", { "aria-hidden": "true" }, kinds[kind].sign), ` ${kinds[kind].text} ${counts.get(kind)}`)));
}

/** Terms with their values; each is a triple of term, definition and value. */
export function factList(facts) {
    return element("dl", { class: "facts" }, facts.map(([term, definition, value]) =>
        element("div", { title: definition }, element("dt", {}, term), element("dd", {}, String(value)))));
}

/** Tabs and their panels. */
export class Tabs {

    /** @param parts by name: the text of the tab, the content of its panel and what happens when it is shown */
    constructor(parts) {
        this.names = Object.keys(parts);
        this.parts = parts;
        this.buttons = this.names.map(name => element("button", {
            role: "tab",
            id: `tab-${name}`,
            "aria-controls": `panel-${name}`,
            onclick: () => this.show(name),
        }, parts[name].text));
        this.list = element("div", {
            class: "tabs",
            role: "tablist",
            "aria-label": "Parts of the view",
            onkeydown: event => this.key(event),
        }, this.buttons);
        this.panels = this.names.map(name => {
            const { panel } = parts[name];
            for (const [attribute, value] of [["id", `panel-${name}`], ["role", "tabpanel"], ["aria-labelledby", `tab-${name}`]]) {
                panel.setAttribute(attribute, value);
            }
            return panel;
        });
        this.show(this.names[0]);
    }

    /** Shows a panel and hides the others. */
    show(shown) {
        this.names.forEach((name, i) => {
            this.panels[i].hidden = name !== shown;
            this.buttons[i].setAttribute("aria-selected", String(name === shown));
            this.buttons[i].setAttribute("tabindex", name === shown ? "0" : "-1");
        });
        this.parts[shown].onshow?.();
    }

    key(event) {
        const change = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        const from = this.buttons.indexOf(event.target);
        if (change && from >= 0) {
            event.preventDefault();
            const to = (from + change + this.names.length) % this.names.length;
            this.show(this.names[to]);
            this.buttons[to].focus();
        }
    }
}
