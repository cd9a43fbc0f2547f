package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;

/** Makes PNG image cells. */
public class PNGImageCellFactory implements DataCellFactory.FromInputStream {
    /** The type of the cells. */
    public static final DataType TYPE = PNGImageContent.TYPE;

    /** Returns a cell with the given PNG file; bytes that are no image are an {@link IllegalArgumentException}. */
    public static DataCell create(final byte[] bytes) {
        return new PNGImageContent(bytes).toImageCell();
    }

    /** Returns a cell with the PNG file that the stream holds up to its end; the stream stays open. */
    public static DataCell create(final InputStream input) throws IOException {
        return new PNGImageContent(input).toImageCell();
    }

    @Override
    public DataCell createCell(final InputStream input) throws IOException {
        return create(input);
    }

    @Override
    public DataType getDataType() {
        return TYPE;
    }
}
