package org.jointdiffusion.architecture.knime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The classes of the embedded host under {@code org.knime} that KNIME's list does not cover, each with the reason.
 *
 * <p>One a line: the class's name with dots, a colon, the reason. Lines that begin with # are comments.
 */
record HostExceptions(Map<String, String> reasons) {

    static HostExceptions read(final Path file) throws IOException {
        final Map<String, String> reasons = new TreeMap<>();
        for (final String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                final String[] parts = line.split(":", 2);
                if (parts.length < 2 || parts[1].isBlank()) {
                    throw new IllegalArgumentException(file + ": \"" + line + "\" gives no reason after a colon.");
                }
                reasons.put(parts[0].strip().replace('.', '/'), parts[1].strip());
            }
        }
        return new HostExceptions(reasons);
    }

    /** Returns whether the class, or the class around it, is named. */
    boolean allows(final String className) {
        return reasons.keySet().stream().anyMatch(name -> covers(name, className));
    }

    static boolean covers(final String name, final String className) {
        return className.equals(name) || className.startsWith(name + "$");
    }
}
