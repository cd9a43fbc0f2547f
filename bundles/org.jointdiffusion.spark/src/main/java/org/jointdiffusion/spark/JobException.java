package org.jointdiffusion.spark;

/** Ends the job with a message for the user: what is wrong, where, and what to do. */
final class JobException extends Exception {

    private static final long serialVersionUID = 1;

    JobException(final String message) {
        super(message);
    }

    JobException(final String message, final Throwable cause) {
        super(message, cause);
    }

    /** The message of an exception; of one that came from an executor without the lines of its stack. */
    static String explain(final Throwable exception) {
        final String message = exception.getMessage();
        if (message == null || message.isBlank()) {
            return exception.toString();
        }
        return message.lines()
                .takeWhile(line -> !line.startsWith("\tat ") && !line.startsWith("Driver stacktrace"))
                .reduce((first, second) -> first + System.lineSeparator() + second)
                .orElse(message);
    }
}
