package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Iterator;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** A row iterator that holds resources until it is closed. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {
    @Override
    public abstract void close();

    /** Returns the rows of an iterator, with nothing to close. */
    public static CloseableRowIterator from(final Iterator<DataRow> rows) {
        return new CloseableRowIterator() {
            private boolean m_closed;

            @Override
            public boolean hasNext() {
                return !m_closed && rows.hasNext();
            }

            @Override
            public DataRow next() {
                return rows.next();
            }

            @Override
            public void close() {
                m_closed = true;
            }
        };
    }
}
