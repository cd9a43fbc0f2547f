/** Makes elements without a framework. */

/**
 * An element with attributes and children. Attributes that start with "on" are listeners; false, null and undefined
 * leave an attribute out; children may be texts, elements or lists of them.
 */
export function element(name, attributes = {}, ...children) {
    return filled(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function svg(name, attributes = {}, ...children) {
    return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled(created, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith("on")) {
            created.addEventListener(name.slice(2), value);
        } else if (value !== false && value !== null && value !== undefined) {
            created.setAttribute(name, value === true ? "" : value);
        }
    }
    created.append(...children.flat().filter(child => child !== null && child !== undefined));
    return created;
}

/** A choice with a label; options are pairs of value and text. */
export function choice(label, options, value, change) {
    const select = element("select", { onchange: event => change(event.target.value) },
        options.map(([key, text]) => element("option", { value: key, selected: key === value }, text)));
    select.value = value;
    return element("label", { class: "field" }, element("span", {}, label), select);
}
