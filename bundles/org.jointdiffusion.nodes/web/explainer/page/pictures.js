/** Decoded images of the rows that were shown last. */

import { decode } from "./pixels.js";

const KEPT = 150;

export class Pictures {

    constructor(details) {
        this.details = details;
        this.kept = new Map();
    }

    /**
     * A row's details with its decoded images.
     *
     * @returns {Promise<{original: ImageData?, counterfactual: ImageData?, before: number[], desired: number[],
     *     flip: number, sentence: string}>}
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
        const detail = await this.details.of(row);
        const [original, counterfactual] = await Promise.all([detail.original, detail.counterfactual]
            .map(png => png ? decode(png) : null));
        return { ...detail, original, counterfactual };
    }
}
