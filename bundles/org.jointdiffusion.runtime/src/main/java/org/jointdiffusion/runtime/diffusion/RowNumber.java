package org.jointdiffusion.runtime.diffusion;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Numbers rows by their names, so that what is drawn for a row depends neither on where it stands in a table nor on
 * which machine has it.
 */
public final class RowNumber {

    private RowNumber() {}

    /**
     * A number of 63 bits that two names practically never share: the start of the name's SHA-256.
     *
     * @param name what tells the row from others: a RowID, or the path of a file
     */
    public static long of(final String name) {
        try {
            final byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
