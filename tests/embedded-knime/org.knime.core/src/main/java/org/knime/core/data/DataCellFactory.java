package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;

/** Makes cells of one type. */
public interface DataCellFactory {
    /** Returns the type of the cells. */
    DataType getDataType();

    /** A factory that reads the value from a stream. */
    interface FromInputStream extends DataCellFactory {
        /** Reads one value up to the end of the stream, which stays open. */
        DataCell createCell(InputStream input) throws IOException;
    }
}
