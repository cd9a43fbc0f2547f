package org.jointdiffusion.runtime.image;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a record that has no end: a quote that is never closed, or a file without lines. */
final class RecordReader extends FilterReader {

    /** Far longer than any line of a listing; readers that read ahead may go beyond it by their buffer. */
    static final int LONGEST = 1 << 20;

    private long length;

    RecordReader(final Reader reader) {
        super(reader);
    }

    /** Is called when a record was read. */
    void beginRecord() {
        length = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(final char[] buffer, final int offset, final int most) throws IOException {
        count(0);
        final int count = super.read(buffer, offset, most);
        length += Math.max(0, count);
        return count;
    }

    private void count(final int more) throws IOException {
        length += more;
        if (length > LONGEST) {
            throw new IOException("A record is longer than " + LONGEST + " characters.");
        }
    }
}
