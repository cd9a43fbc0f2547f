package org.jointdiffusion.runner.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.runner.report.Format;

/** Tells the user which node runs, how far it is and how long it will still take. */
public final class RunProgress {

    /** Below this fraction the remaining time is a guess that nobody wants to see. */
    private static final double SMALLEST_FRACTION_TO_PROJECT = 0.02;

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Nodes that know the remaining time better say it themselves. */
    private static final String LEFT = " left";

    private final ProgressDisplay m_display;
    private final InstantSource m_clock;
    private final int m_nodes;

    /** When progress was shown last; a terminal need not follow a node that reports every row. */
    private Instant m_shown = Instant.EPOCH;

    /** Node names in the order in which they started, and when. */
    private final Map<String, Instant> m_started = new LinkedHashMap<>();

    /**
     * Shows the progress of a workflow.
     *
     * @param nodes the number of nodes in the workflow
     * @param clock for the remaining time
     */
    public RunProgress(final ProgressDisplay display, final int nodes, final InstantSource clock) {
        m_display = display;
        m_nodes = nodes;
        m_clock = clock;
    }

    /** A node starts. */
    public synchronized void started(final String node) {
        m_started.put(node, m_clock.instant());
        m_display.status(place(node));
    }

    /**
     * A node got on.
     *
     * @param fraction of its work, on [0, 1]
     * @param message what it is doing; may be null
     */
    public synchronized void progressed(final String node, final double fraction, final String message) {
        final var now = m_clock.instant();
        if (now.isBefore(m_shown.plus(PAUSE))) {
            return;
        }
        m_shown = now;
        final var text = new StringBuilder(place(node));
        text.append(String.format(Locale.ENGLISH, "  %3.0f %%", 100 * fraction));
        final var words = message == null ? "" : message;
        if (fraction > SMALLEST_FRACTION_TO_PROJECT && fraction < 1 && !words.contains(LEFT)) {
            text.append(", ").append(remaining(elapsed(node), fraction)).append(LEFT);
        }
        if (!words.isBlank()) {
            text.append("  ").append(words);
        }
        m_display.status(text.toString());
    }

    /** A node was executed, perhaps with a warning. */
    public synchronized void finished(final String node, final Optional<String> warning) {
        m_display.line(place(node) + ": done in " + Format.duration(elapsed(node)));
        warning.ifPresent(text -> m_display.line("      Warning: " + text));
    }

    /** A node stopped with an error. */
    public synchronized void failed(final String node) {
        // a node that cannot be configured fails without having started
        m_started.putIfAbsent(node, m_clock.instant());
        m_display.line(place(node) + ": failed after " + Format.duration(elapsed(node)));
    }

    /** The time that the rest takes if it goes on as before, in the manner of a clock: "1:05". */
    static String remaining(final Duration elapsed, final double fraction) {
        final var seconds = Math.round(elapsed.toMillis() / 1000.0 * (1 - fraction) / fraction);
        return String.format(Locale.ENGLISH, "%d:%02d", seconds / 60, seconds % 60);
    }

    private Duration elapsed(final String node) {
        final var now = m_clock.instant();
        return Duration.between(m_started.getOrDefault(node, now), now);
    }

    private String place(final String node) {
        return "[" + (1 + m_started.keySet().stream().toList().indexOf(node)) + "/" + m_nodes + "] " + node;
    }
}
