/** Rows as the nodes send them, and sums over them. */

/** Turns columns of equal length into one object a row, which also knows its position. */
export function toObjects(columns, size) {
    const entries = Object.entries(columns);
    return Array.from({ length: size }, (_, index) =>
        Object.fromEntries([["index", index], ...entries.map(([name, values]) => [name, values[index]])]));
}

/** The values of a figure that occur, in the order of the classes. */
export function occurring(rows, name, classes) {
    const found = new Set(rows.map(row => row[name]));
    return classes.filter(value => found.has(value));
}

/** The share of a part in the whole; null where there is no whole. */
export function share(part, whole) {
    return whole === 0 ? null : part / whole;
}

/** The median of the numbers that are known; null where none is. */
export function median(values) {
    const sorted = values.filter(value => value !== null && value !== undefined).sort((a, b) => a - b);
    if (sorted.length === 0) {
        return null;
    }
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
