/** The rows as objects, and what can be asked about all of them. */

import { median, share, toObjects } from "../common/rows.js";

export const SORTS = {
    table: ["order of the table", row => row.index, 1],
    smallest: ["smallest change first", row => row.changedShare, 1],
    largest: ["largest change first", row => row.changedShare, -1],
    confident: ["most confident first", row => row.confidence, -1],
    unsure: ["least confident first", row => row.confidence, 1],
    cout: ["highest COUT first", row => row.cout, -1],
};

/** Turns the columns that the node sends into one object a row. */
export function toRows(initial) {
    const rows = toObjects(initial.rows, initial.size);
    for (const row of rows) {
        for (const name of ["before", "desired", "after", "oracle"]) {
            row[name] = row[name] < 0 ? "" : initial.classes[row[name]];
        }
        row.reached = ["semantic", "adversarial", "valid"].includes(row.badge);
    }
    return rows;
}

/** The rows that a filter lets through, in its order; rows without the sorted figure come last. */
export function select(rows, filter) {
    const [, figure, direction] = SORTS[filter.sort];
    const known = value => value !== null && value !== undefined;
    return rows
        .filter(row => (!filter.from || row.before === filter.from)
            && (!filter.to || row.desired === filter.to)
            && (filter.badges.size === 0 || filter.badges.has(row.badge)))
        .sort((a, b) => {
            const [x, y] = [figure(a), figure(b)];
            if (known(x) !== known(y)) {
                return known(x) ? -1 : 1;
            }
            return (known(x) ? direction * (x - y) : 0) || a.index - b.index;
        });
}

/** How many rows there are of each kind, and the figures of the summary line. */
export function summarize(rows) {
    const explained = rows.filter(row => row.badge !== "unexplained");
    const reached = explained.filter(row => row.reached);
    return {
        rows: rows.length,
        explained: explained.length,
        rate: share(reached.length, explained.length),
        agreement: share(reached.filter(row => row.badge === "semantic").length, reached.length),
        median: median(reached.map(row => row.changedShare)),
    };
}

/** The pairs of class before and desired class that occur, each with its figures. */
export function transitions(rows) {
    const pairs = new Map();
    for (const row of rows) {
        if (row.badge !== "unexplained") {
            const key = transitionKey(row.before, row.desired);
            if (!pairs.has(key)) {
                pairs.set(key, { before: row.before, desired: row.desired, rows: [] });
            }
            pairs.get(key).rows.push(row);
        }
    }
    for (const pair of pairs.values()) {
        const reached = pair.rows.filter(row => row.reached);
        pair.count = pair.rows.length;
        pair.rate = share(reached.length, pair.count);
        pair.median = median(reached.map(row => row.changedShare));
    }
    return pairs;
}

/** What identifies a pair of classes. */
export function transitionKey(before, desired) {
    return JSON.stringify([before, desired]);
}
