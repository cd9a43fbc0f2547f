package org.jointdiffusion.runner.result;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one node of an executed workflow left behind.
 *
 * @param id the node's number in the workflow
 * @param name the node's name, unique in the workflow
 * @param kind which of the known nodes it is
 * @param state how it ended, for example {@code EXECUTED}
 * @param duration how long it ran
 * @param message its warning or its error, if it gave one
 * @param settings its parameters as text, in the order of the settings file
 * @param view its view as one HTML file, if the report links it
 * @param tables its output tables, first port first; empty where the port holds something else
 */
public record NodeResult(
        int id,
        String name,
        NodeKind kind,
        String state,
        Duration duration,
        Optional<String> message,
        Map<String, String> settings,
        Optional<String> view,
        List<Optional<ResultTable>> tables) {

    /** The state of a node that stopped with an error. */
    public static final String FAILED = "FAILED";

    /**
     * The table at an output port.
     *
     * @param port the port's number, from 1
     */
    public Optional<ResultTable> table(final int port) {
        return port <= tables.size() ? tables.get(port - 1) : Optional.empty();
    }

    /** Whether the node stopped with an error. */
    public boolean hasFailed() {
        return FAILED.equals(state);
    }

    /** How long the node ran, in seconds. */
    public double seconds() {
        return duration.toMillis() / 1000.0;
    }
}
