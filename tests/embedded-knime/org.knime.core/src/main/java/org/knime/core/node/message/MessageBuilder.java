package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Builds a message; without a summary, the first issue stands for it. */
public final class MessageBuilder {
    private final List<String> m_issues = new ArrayList<>();
    private final List<String> m_resolutions = new ArrayList<>();
    private String m_summary;

    MessageBuilder() {}

    /** Sets the sentence. */
    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    /** Adds one of the things that went wrong. */
    public MessageBuilder addTextIssue(final String issue) {
        m_issues.add(issue);
        return this;
    }

    /** Adds what the user can do. */
    public MessageBuilder addResolutions(final String... resolutions) {
        Collections.addAll(m_resolutions, resolutions);
        return this;
    }

    /** Returns the number of issues. */
    public long getIssueCount() {
        return m_issues.size();
    }

    /** Returns the message, or nothing when there is neither a summary nor an issue. */
    public Optional<Message> build() {
        return Optional.ofNullable(m_summary)
                .or(() -> m_issues.stream().findFirst())
                .map(summary -> new Message(summary, m_resolutions));
    }
}
