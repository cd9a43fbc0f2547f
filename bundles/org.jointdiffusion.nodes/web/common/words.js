/** Figures as words: how the views write shares, probabilities and numbers. */

/** A number between 0 and 1 as percent, with a digit where it matters. */
export function percent(share) {
    if (share === null || share === undefined || Number.isNaN(share)) {
        return "–";
    }
    const value = 100 * share;
    return `${value > 0 && value < 9.95 ? value.toFixed(1) : value.toFixed(0)} %`;
}

/** A probability with two digits that never claims to be 1 or 0. */
export function probability(value) {
    if (value === null || value === undefined) {
        return "–";
    }
    return value > 0.995 && value < 1 ? ">\u00a00.99" : value < 0.005 && value > 0 ? "<\u00a00.01" : value.toFixed(2);
}

/** A number with two digits, with a real minus sign that zero does not have. */
export function decimal(value) {
    return value === null || value === undefined ? "–" : value.toFixed(2).replace(/^-(?!0\.00$)/, "−").replace("-", "");
}

/** "1 region", "2 regions". */
export function counted(count, noun) {
    return `${count === null || count === undefined ? "–" : count} ${noun}${count === 1 ? "" : "s"}`;
}
