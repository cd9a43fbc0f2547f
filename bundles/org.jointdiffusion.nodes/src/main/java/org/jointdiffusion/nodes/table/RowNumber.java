package org.jointdiffusion.nodes.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.knime.core.data.RowKey;

/** Numbers rows by their RowID, so that what is drawn for a row does not depend on where it stands in the table. */
public final class RowNumber {

    private RowNumber() {}

    /** A number of 63 bits that two RowIDs practically never share: the start of the RowID's SHA-256. */
    public static long of(final RowKey key) {
        try {
            final byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(key.getString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
