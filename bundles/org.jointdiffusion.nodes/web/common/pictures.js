/** Decoded images of the rows that were shown last. */

import { decode } from "./images.js";

const KEPT = 150;

export class Pictures {

    /**
     * @param details gives the details of a row, see source.js
     * @param names which of the details are images
     */
    constructor(details, names) {
        this.details = details;
        this.names = names;
        this.kept = new Map();
    }

    /**
     * A row's details with its decoded images, null where one is missing.
     *
     * @returns {Promise<object>}
     */
    of(row) {
        const known = this.kept.get(row.index);
        this.kept.delete(row.index);
        const pictures = known ?? this.load(row);
        this.kept.set(row.index, pictures);
        pictures.catch(() => this.kept.delete(row.index));
        if (this.kept.size > KEPT) {
            this.kept.delete(this.kept.keys().next().value);
        }
        return pictures;
    }

    async load(row) {
        const detail = { ...await this.details.of(row) };
        await Promise.all(this.names.map(async name => {
            detail[name] = detail[name] ? await decode(detail[name]) : null;
        }));
        return detail;
    }
}
