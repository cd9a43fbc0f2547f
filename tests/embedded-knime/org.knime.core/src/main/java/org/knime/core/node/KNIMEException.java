package org.knime.core.node;

import org.knime.core.node.message.Message;

/** Says why a node failed, in words for users. */
public final class KNIMEException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message m_message;

    /** Creates an exception with a message for users. */
    public KNIMEException(final String message) {
        this(message, null);
    }

    /** Creates an exception with a message for users and a cause. */
    public KNIMEException(final String message, final Throwable cause) {
        this(Message.fromSummary(message), cause);
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        m_message = message;
    }

    /** Returns an exception with a message for users. */
    public static KNIMEException of(final Message message) {
        return of(message, null);
    }

    /** Returns an exception with a message for users and a cause. */
    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, cause);
    }

    /** Returns the message for users. */
    public Message getKNIMEMessage() {
        return m_message;
    }

    /** Returns an unchecked exception with this one as its cause. */
    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException(this);
    }

    /** Carries a {@link KNIMEException} through code that declares none. */
    public static final class KNIMERuntimeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private KNIMERuntimeException(final KNIMEException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
