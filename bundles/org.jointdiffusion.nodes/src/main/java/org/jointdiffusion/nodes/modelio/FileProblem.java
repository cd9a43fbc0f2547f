package org.jointdiffusion.nodes.modelio;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Says why a file could not be opened: the messages of Java are often no more than its path. */
final class FileProblem {

    private FileProblem() {}

    /** The reason as a clause, such as "access is denied". */
    static String reason(final IOException exception) {
        if (exception instanceof AccessDeniedException) {
            return "access is denied";
        }
        final String reason =
                exception instanceof FileSystemException problem ? problem.getReason() : exception.getMessage();
        return reason == null ? exception.toString() : reason;
    }
}
