package org.jointdiffusion.runtime.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one set of training rows from another. */
final class DataFingerprint {

    private DataFingerprint() {}

    /** The SHA-256 of shape, class names, labels and pixels, in hexadecimal. */
    static String of(final TrainingImages data) {
        final MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java has SHA-256.", exception);
        }
        digest.update(
                (data.shape() + "\n" + String.join("\n", data.classNames()) + "\n").getBytes(StandardCharsets.UTF_8));
        for (final int label : data.labels()) {
            digest.update((label + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(data.pixels()));
    }
}
