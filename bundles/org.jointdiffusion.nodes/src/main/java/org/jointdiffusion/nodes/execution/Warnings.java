package org.jointdiffusion.nodes.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** Collects what a node has to say and says it once, with counts instead of one message a row. */
public final class Warnings {

    private final Map<String, Integer> m_unusable = new LinkedHashMap<>();
    private final StringJoiner m_notes = new StringJoiner(" ");
    private String m_firstRow;

    /** Remembers a row whose image could not be used, and why. */
    public void unusableImage(final String row, final String problem) {
        if (m_firstRow == null) {
            m_firstRow = row;
        }
        m_unusable.merge(problem, 1, Integer::sum);
    }

    /** Remembers a sentence. */
    public void note(final String sentence) {
        m_notes.add(sentence);
    }

    /** How many images could not be used. */
    public int unusableImages() {
        return m_unusable.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Says everything in one message; nothing if there is nothing to say.
     *
     * @param outcome what happened to the rows without a usable image, such as "were skipped"
     * @param output where the message goes
     */
    public void tell(final String outcome, final Consumer<String> output) {
        final StringJoiner message = new StringJoiner(" ");
        if (!m_unusable.isEmpty()) {
            message.add(unusable(outcome));
        }
        if (m_notes.length() > 0) {
            message.add(m_notes.toString());
        }
        if (message.length() > 0) {
            output.accept(message.toString());
        }
    }

    /** A sentence on the rows without a usable image: how many, which came first, and why. */
    public String unusable(final String outcome) {
        final int count = unusableImages();
        final String reason = m_unusable.keySet().iterator().next();
        return (count == 1 ? "1 row without a usable image" : count + " rows without a usable image") + " " + outcome
                + ", first \"" + m_firstRow + "\": " + reason;
    }
}
