package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What a node tells its user: a sentence and, perhaps, what to do. */
public final class Message {
    private final String m_summary;
    private final List<String> m_resolutions;

    Message(final String summary, final List<String> resolutions) {
        m_summary = Objects.requireNonNull(summary, "A message needs a summary.");
        m_resolutions = List.copyOf(resolutions);
    }

    /** Returns a message of one sentence. */
    public static Message fromSummary(final String summary) {
        return new Message(summary, List.of());
    }

    /** Returns a message that also tells what to do. */
    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return new Message(summary, List.of(resolutions));
    }

    /** Returns a builder of messages. */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /** Returns the sentence. */
    public String getSummary() {
        return m_summary;
    }

    /** Returns what the user can do. */
    public List<String> getResolutions() {
        return m_resolutions;
    }

    /** Returns an exception with this message. */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /** Returns an exception with this message and a cause. */
    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    /** Returns an exception with this message. */
    public InvalidSettingsException toInvalidSettingsException() {
        return new InvalidSettingsException(m_summary);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Message message
                && message.m_summary.equals(m_summary)
                && message.m_resolutions.equals(m_resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_summary, m_resolutions);
    }

    @Override
    public String toString() {
        return m_summary;
    }
}
