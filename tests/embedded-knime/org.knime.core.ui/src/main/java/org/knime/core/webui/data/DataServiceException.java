package org.knime.core.webui.data;

/** A failure that a view shows to its user. */
public final class DataServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String m_details;

    public DataServiceException(final String message) {
        this(message, null, null);
    }

    public DataServiceException(final String message, final String details) {
        this(message, details, null);
    }

    public DataServiceException(final String message, final Throwable cause) {
        this(message, null, cause);
    }

    public DataServiceException(final String message, final String details, final Throwable cause) {
        super(message, cause);
        m_details = details;
    }

    public String getDetails() {
        return m_details;
    }
}
