package org.knime.core.util;

/** Says that a row key occurs twice in one table. */
public class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String m_key;

    /** Creates an exception. */
    public DuplicateKeyException(final String key) {
        this("Duplicate key detected: \"" + key + "\"", key);
    }

    /** Creates an exception with its own message. */
    public DuplicateKeyException(final String message, final String key) {
        super(message);
        m_key = key;
    }

    /** Returns the key. */
    public String getKey() {
        return m_key;
    }
}
