/**
 * Talks to the frame around the page as KNIME's own client does, for builds that were made without it (see
 * CONTRIBUTING.md). Only what this page needs: the first data and calls of the node's data service.
 */

const PATIENCE_MILLISECONDS = 60_000;

export class FrameClient {

    /** Asks the frame who we are. */
    static async connect() {
        const client = new FrameClient();
        client.configuration = await client.ask("getConfig");
        window.parent.postMessage({ type: "UIExtensionReady" }, "*");
        return client;
    }

    async initialData() {
        const sent = this.configuration.initialData ?? await this.call("initial_data", "");
        return result(parsed(sent));
    }

    /** Calls a method of the node's data service. */
    async data({ method, options }) {
        const request = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: options });
        // KNIME wraps the answer of the method in an answer of its own
        return result(parsed(result(parsed(await this.call("data", request)))));
    }

    call(serviceType, dataServiceRequest) {
        const { extensionType, nodeId, projectId, workflowId } = this.configuration;
        return this.ask("callNodeDataService",
            { serviceType, dataServiceRequest, extensionType, nodeId, projectId, workflowId });
    }

    /** Sends a question to the frame and waits for its answer. */
    ask(method, ...params) {
        const requestId = crypto.getRandomValues(new Uint32Array(4)).join("-");
        return new Promise((resolve, reject) => {
            const finish = () => {
                clearTimeout(timer);
                window.removeEventListener("message", listen);
            };
            const listen = ({ data }) => {
                if (data?.type === "UIExtensionResponse" && data.requestId === requestId) {
                    finish();
                    resolve(data.payload);
                }
            };
            const timer = setTimeout(() => {
                finish();
                reject(new Error(`The program around this view did not answer to "${method}" within a minute.`));
            }, PATIENCE_MILLISECONDS);
            window.addEventListener("message", listen);
            window.parent.postMessage({ type: "UIExtensionRequest", requestId, payload: { method, params } }, "*");
        });
    }
}

function parsed(answer) {
    return typeof answer === "string" && answer !== "" ? JSON.parse(answer) : answer;
}

function result(answer) {
    const error = answer?.userError ?? answer?.internalError ?? answer?.error;
    if (error) {
        throw new Error(error.message ?? String(error));
    }
    return answer?.result;
}
