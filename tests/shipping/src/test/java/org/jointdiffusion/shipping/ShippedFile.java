package org.jointdiffusion.shipping;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A jar or native library somewhere inside the update site.
 *
 * @param place the jars around it, outermost first, then its own path, separated by "!"
 * @param container the SHA-256 of the jar that holds it, in hexadecimal digits
 * @param sha256 its own SHA-256
 */
record ShippedFile(String place, String container, String sha256) {

    /** Returns the name without folders. */
    String name() {
        return place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('!')) + 1);
    }

    boolean isJar() {
        return place.endsWith(".jar");
    }

    /** Returns whether a file is a library of native code, by its name. */
    static boolean isNative(final String path) {
        return path.matches(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|a)");
    }

    /** Returns the SHA-256 in hexadecimal digits. */
    static String sha256(final byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (final NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", exception);
        }
    }
}
