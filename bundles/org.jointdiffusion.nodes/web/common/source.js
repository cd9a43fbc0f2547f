/** Where the data of the page comes from: from the page itself, or from the KNIME node around it. */

import { FrameClient } from "./host.js";

/**
 * The source of the data.
 *
 * @returns {Promise<{initial: object, details: (from: number, count: number) => Promise<object[]>,
 *     ask: (method: string) => Promise<object>}>} what the node sends first, the details of some of its rows, and the
 *     answers of further methods that its view service has
 */
export async function openSource() {
    const embedded = document.getElementById("embedded-data");
    return embedded ? embeddedSource(JSON.parse(embedded.textContent)) : nodeSource();
}

/** A page that was saved with its data: the answers by the names of the methods. */
function embeddedSource(answers) {
    return {
        initial: answers.initial,
        details: async (from, count) => answers.details.slice(from, from + count),
        ask: async method => answers[method],
    };
}

async function nodeSource() {
    if (window.parent === window) {
        throw new Error("This page shows the results of a KNIME node. Open it as the view of that node.");
    }
    const client = await connect();
    const ask = async (method, ...options) => {
        const answer = await client.data({ method, options });
        if (answer === undefined) {
            throw new Error("The node did not answer. Close the view and open it again; if that does not help, "
                + "execute the node again.");
        }
        return answer;
    };
    const initial = await client.initialData();
    if (!initial) {
        throw new Error("The node has no data for its view. Reset it and execute it again.");
    }
    return {
        initial,
        details: (from, count) => ask("details", from, count),
        ask,
    };
}

/** KNIME's own client where the build had it, else ours. */
async function connect() {
    let knime;
    try {
        knime = await import("./knime/index.js");
    } catch {
        return FrameClient.connect();
    }
    return knime.JsonDataService.getInstance();
}

/** Keeps the details of rows, fetched in blocks that neighbouring rows share. */
export class Details {

    static BLOCK = 24;

    constructor(source) {
        this.source = source;
        this.blocks = new Map();
    }

    /** The details of a row; asks again when an earlier question failed. */
    async of(row) {
        const number = Math.floor(row.index / Details.BLOCK);
        if (!this.blocks.has(number)) {
            const block = this.source.details(number * Details.BLOCK, Details.BLOCK);
            this.blocks.set(number, block);
            block.catch(() => this.blocks.delete(number));
        }
        return (await this.blocks.get(number))[row.index % Details.BLOCK];
    }
}
