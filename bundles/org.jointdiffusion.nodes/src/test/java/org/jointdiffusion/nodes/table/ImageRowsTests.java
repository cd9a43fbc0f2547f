package org.jointdiffusion.nodes.table;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

class ImageRowsTests {

    @TempDir
    private Path m_folder;

    /** All rows name one file, which holds another image after each piece: an image read ahead would be an old one. */
    @Test
    void imagesAreReadOnlyWhenTheirPieceIsDueSoThatTablesOfAnySizeFit() throws Exception {
        final Path file = m_folder.resolve("a.png");
        final ImageRows rows = rows(IntStream.range(0, 1000)
                .mapToObj(row -> new DataCell[] {new StringCell(file.toString())})
                .toList());
        final List<Integer> pieces = new ArrayList<>();
        write(file, 0);
        rows.forEach(64, progress(), new Warnings(), entries -> {
            for (final ImageRows.Entry entry : entries) {
                assertEquals(pieces.size(), entry.pixels().value(0, 0, 0));
            }
            pieces.add(entries.size());
            write(file, pieces.size());
        });

        assertEquals(16, pieces.size());
        assertEquals(64, pieces.get(14));
        assertEquals(1000 % 64, pieces.get(15));
    }

    private static void write(final Path file, final int brightness) throws IOException {
        final ImageShape shape = new ImageShape(1, 8, 8);
        final byte[] values = new byte[shape.size()];
        Arrays.fill(values, (byte) brightness);
        Files.write(file, PngEncoder.encode(new PixelImage(shape, values)));
    }

    @Test
    void rowsKeepTheirOrderAndNumbers() throws Exception {
        final List<Long> numbers = new ArrayList<>();
        final Warnings warnings = new Warnings();
        rows(IntStream.range(0, 5)
                        .mapToObj(row -> new DataCell[] {new StringCell("none" + row + ".png")})
                        .toList())
                .forEach(2, progress(), warnings, entries -> entries.forEach(entry -> numbers.add(entry.number())));

        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), numbers);
        assertEquals(5, warnings.unusableImages());
    }

    private static ImageRows rows(final List<DataCell[]> cells) throws Exception {
        final var spec = spec(column("file", StringCell.TYPE));
        return new ImageRows(TestTables.table(spec, cells), ImageColumn.find(spec, "file"), new ImageShape(1, 8, 8));
    }

    private static NodeProgress progress() {
        return new NodeProgress(new ExecutionContext(new DefaultNodeProgressMonitor(), null));
    }
}
