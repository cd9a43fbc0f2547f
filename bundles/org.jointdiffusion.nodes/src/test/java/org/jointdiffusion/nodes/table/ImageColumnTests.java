package org.jointdiffusion.nodes.table;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.data.location.cell.SimpleFSLocationCellFactory;

class ImageColumnTests {

    private final PixelImage m_picture = TestImages.picture(0, 8, 8);

    @TempDir
    private Path m_folder;

    @Test
    void readsPngCells() throws Exception {
        assertEquals(m_picture, read(PngCells.of(m_picture)).image().orElseThrow());
    }

    @Test
    void readsOtherImageCells() throws Exception {
        assertEquals(
                m_picture,
                read(new OtherImageCell(PngEncoder.encode(m_picture))).image().orElseThrow());
    }

    @Test
    void readsFilesNamedByStrings() throws Exception {
        assertEquals(
                m_picture,
                read(new StringCell(file("a b.png").toString())).image().orElseThrow());
        assertEquals(
                m_picture,
                read(new StringCell(file("c.png").toUri().toString())).image().orElseThrow());
    }

    @Test
    void readsFilesNamedByPaths() throws Exception {
        final FSLocation location =
                new FSLocation(FSCategory.LOCAL, file("picture.png").toString());

        assertEquals(
                m_picture,
                read(new SimpleFSLocationCellFactory(location).createCell(location.getPath()))
                        .image()
                        .orElseThrow());
    }

    @Test
    void missingCellKeepsItsReason() throws Exception {
        assertEquals(
                "The file is gone.", read(new MissingCell("The file is gone.")).problem());
        assertEquals("The image is missing.", read(DataType.getMissingCell()).problem());
    }

    @Test
    void missingFileIsAProblemOfItsRow() throws Exception {
        final String name = m_folder.resolve("nothing.png").toString();

        assertEquals(
                "There is no file \"" + name + "\".", read(new StringCell(name)).problem());
    }

    @Test
    void truncatedFileIsAProblemOfItsRow() throws Exception {
        final byte[] file = PngEncoder.encode(m_picture);
        final Path path = Files.write(m_folder.resolve("cut.png"), Arrays.copyOf(file, file.length / 2));

        assertTrue(read(new StringCell(path.toString())).problem().contains("damaged or cut short"));
    }

    @Test
    void hostileFileIsAProblemOfItsRow() throws Exception {
        final byte[] file = PngEncoder.encode(m_picture);
        // the width in the header: 2 billion pixels
        file[16] = 0x7f;
        final Path path = Files.write(m_folder.resolve("bomb.png"), file);

        assertTrue(read(new StringCell(path.toString())).problem().startsWith("PNG: "));
    }

    @Test
    void largerFilesAreReadOnceTheLimitsAreRaised() throws Exception {
        final String name = file("large.png").toString();
        final ImageColumn column = ImageColumn.find(spec(column("image", StringCell.TYPE)), "image");
        final DefaultRow row = new DefaultRow("row", new StringCell(name));

        assertTrue(column.within(new ImageLimits(8, 63, 1 << 20))
                .read(row)
                .problem()
                .contains("raise the limits"));
        assertEquals(
                m_picture,
                column.within(new ImageLimits(8, 64, 1 << 20)).read(row).image().orElseThrow());
    }

    @Test
    void aFolderOrADeviceIsAProblemOfItsRow() throws Exception {
        assertEquals(
                "\"" + m_folder + "\" is a folder or a device and no file.",
                read(new StringCell(m_folder.toString())).problem());
    }

    @Test
    void textThatIsNoLocationIsAProblemOfItsRow() throws Exception {
        assertTrue(read(new StringCell("\0")).problem().startsWith("The location "));
        assertEquals("The location is empty.", read(new StringCell(" ")).problem());
    }

    @Test
    void tellsThatThereIsNoImageColumn() {
        assertMessage("has no image column", spec(column("x", DoubleCell.TYPE)), null);
    }

    @Test
    void tellsThatNoImageColumnIsChosen() {
        assertMessage("No image column is chosen", spec(column("image", PngCells.TYPE)), null);
    }

    @Test
    void tellsThatTheChosenColumnIsGone() {
        assertMessage("no column \"picture\"", spec(column("image", PngCells.TYPE)), "picture");
    }

    @Test
    void tellsThatTheChosenColumnHoldsSomethingElse() {
        assertMessage("The column \"x\" holds", spec(column("x", DoubleCell.TYPE)), "x");
    }

    private static void assertMessage(final String part, final DataTableSpec spec, final String column) {
        final String message = assertThrows(InvalidSettingsException.class, () -> ImageColumn.find(spec, column))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private static CellImage read(final DataCell cell) throws InvalidSettingsException {
        return ImageColumn.find(spec(column("image", PngCells.TYPE)), "image").read(new DefaultRow("row", cell));
    }

    private Path file(final String name) throws IOException {
        return Files.write(m_folder.resolve(name), PngEncoder.encode(m_picture));
    }

    /** An image cell of another extension; cells override hashCode() but not the final equals(). */
    @SuppressWarnings("checkstyle:EqualsHashCode")
    private static final class OtherImageCell extends DataCell implements ImageValue {

        private static final long serialVersionUID = 1L;

        private final byte[] m_file;

        OtherImageCell(final byte[] file) {
            m_file = file;
        }

        @Override
        public ImageContent getImageContent() {
            return new ImageContent() {
                @Override
                public void paint(final Graphics2D graphics, final int width, final int height) {
                    throw new UnsupportedOperationException("Nothing is shown here.");
                }

                @Override
                public Dimension getPreferredSize() {
                    return new Dimension(8, 8);
                }

                @Override
                public void save(final OutputStream output) throws IOException {
                    output.write(m_file);
                }

                @Override
                public String getSummary() {
                    return "other image";
                }

                @Override
                public DataCell toImageCell() {
                    return OtherImageCell.this;
                }
            };
        }

        @Override
        public String getImageExtension() {
            return "other";
        }

        @Override
        public String toString() {
            return "other image";
        }

        @Override
        protected boolean equalsDataCell(final DataCell other) {
            return Arrays.equals(m_file, ((OtherImageCell) other).m_file);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(m_file);
        }
    }
}
