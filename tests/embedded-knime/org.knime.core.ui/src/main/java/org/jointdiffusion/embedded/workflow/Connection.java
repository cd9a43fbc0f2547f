package org.jointdiffusion.embedded.workflow;

/** A connection between two nodes; ports count from 1, and port 0 carries the flow variables. */
record Connection(int sourceId, int sourcePort, int targetId, int targetPort) {

    boolean isFlowVariable() {
        return sourcePort == 0 || targetPort == 0;
    }
}
