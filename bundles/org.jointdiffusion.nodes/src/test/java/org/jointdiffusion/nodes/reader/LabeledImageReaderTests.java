package org.jointdiffusion.nodes.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.nodes.settings.ImageLimits;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

class LabeledImageReaderTests {

    private final NodeRunner m_node = new NodeRunner(new LabeledImageReaderNodeFactory());

    private final LabeledImageReaderParameters m_parameters = NodeRunner.parameters(LabeledImageReaderParameters.class);

    @TempDir
    private Path m_folder;

    @Test
    void readsClassFolders() throws Exception {
        write("bar/10.png", 0);
        write("bar/2.png", 2);
        write("dot/1.png", 1);
        m_parameters.m_location = m_folder.toString();
        final var outcome = m_node.execute(m_parameters);
        final List<DataRow> rows = NodeRunner.rows(outcome, 0);

        assertEquals(List.of("bar/2.png", "bar/10.png", "dot/1.png"), texts(rows, 2));
        assertEquals(List.of("bar", "bar", "dot"), texts(rows, 1));
        assertArrayEquals(
                PngEncoder.encode(TestImages.picture(2, 8, 8)),
                ((PNGImageValue) rows.get(0).getCell(0)).getImageContent().getByteArray());
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void readsCsvListingWithUnlabelledImages() throws Exception {
        write("1.png", 0);
        write("2.png", 1);
        Files.writeString(m_folder.resolve("list.csv"), "label,picture\nbar,1.png\n,2.png\n");
        m_parameters.m_layout = LabeledImageReaderParameters.Layouts.CSV_FILE;
        m_parameters.m_location = m_folder.resolve("list.csv").toString();
        m_parameters.m_csvFileColumn = "picture";
        m_parameters.m_csvLabelColumn = "label";
        final List<DataRow> rows = NodeRunner.rows(m_node.execute(m_parameters), 0);

        assertEquals(new StringCell("bar"), rows.get(0).getCell(1));
        assertTrue(rows.get(1).getCell(1).isMissing());
        assertTrue(rows.get(1).getCell(0) instanceof PNGImageValue);
    }

    @Test
    void damagedFileBecomesMissingCellWithReason() throws Exception {
        write("bar/1.png", 0);
        Files.writeString(m_folder.resolve("bar/2.png"), "no image");
        m_parameters.m_location = m_folder.toString();
        final var outcome = m_node.execute(m_parameters);
        final var cell = NodeRunner.rows(outcome, 0).get(1).getCell(0);

        assertTrue(((MissingValue) cell).getError().contains("not a PNG"), ((MissingValue) cell).getError());
        assertTrue(outcome.warning().orElseThrow().startsWith("1 row without a usable image got a missing cell"));
    }

    @Test
    void largeImagesAreReadOnceTheLimitsAreRaised() throws Exception {
        write("bar/1.png", 0);
        m_parameters.m_location = m_folder.toString();
        m_parameters.m_imageLimits = ImageLimits.of(7, 50, 128);
        final var refused = m_node.execute(m_parameters);
        assertTrue(
                refused.warning().orElseThrow().contains("at most 7 a side"),
                refused.warning().toString());
        assertTrue(NodeRunner.rows(refused, 0).get(0).getCell(0).isMissing());

        m_parameters.m_imageLimits = ImageLimits.of(8, 50, 128);
        final var read = m_node.execute(m_parameters);
        assertEquals(Optional.empty(), read.warning());
        assertTrue(NodeRunner.rows(read, 0).get(0).getCell(0) instanceof PNGImageValue);
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        m_parameters.m_imageLimits = ImageLimits.of(16_384, 701, 128);
        final var exception = assertThrows(InvalidSettingsException.class, m_parameters::validate);
        assertEquals("The largest image has 701 million pixels. Enter a number from 1 to 700.", exception.getMessage());
    }

    @Test
    void columnsAreKnownBeforeReading() throws Exception {
        m_parameters.m_location = "anywhere";
        final DataTableSpec spec =
                (DataTableSpec) m_node.configure(m_parameters).outputs().get(0);

        assertArrayEquals(new String[] {"Image", "Label", "Name"}, spec.getColumnNames());
        assertEquals(PNGImageContent.TYPE, spec.getColumnSpec(0).getType());
    }

    @Test
    void emptyLocationIsASettingToFix() {
        final var exception = assertThrows(InvalidSettingsException.class, () -> m_node.configure(m_parameters));
        assertTrue(exception.getMessage().startsWith("No location is set."));
    }

    @Test
    void missingFolderIsNamed() {
        m_parameters.m_location = m_folder.resolve("nowhere").toString();
        final var exception = assertThrows(KNIMEException.class, () -> m_node.execute(m_parameters));

        assertTrue(exception.getMessage().contains("nowhere"), exception.getMessage());
        assertTrue(exception.getMessage().contains("does not exist"), exception.getMessage());
    }

    @Test
    void canBeCancelled() throws Exception {
        write("bar/1.png", 0);
        m_parameters.m_location = m_folder.toString();
        final var progress = new DefaultNodeProgressMonitor();
        progress.setExecuteCanceled();

        assertThrows(CanceledExecutionException.class, () -> m_node.execute(progress, m_parameters));
    }

    private void write(final String name, final int picture) throws IOException {
        final Path file = m_folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, PngEncoder.encode(TestImages.picture(picture, 8, 8)));
    }

    private static List<String> texts(final List<DataRow> rows, final int column) {
        return rows.stream().map(row -> row.getCell(column).toString()).toList();
    }
}
