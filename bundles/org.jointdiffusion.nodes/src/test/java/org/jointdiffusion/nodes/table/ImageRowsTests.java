package org.jointdiffusion.nodes.table;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

class ImageRowsTests {

    /** The location of an image file that counts how often it is asked for. */
    private static final class CountingCell extends DataCell implements StringValue {

        private static final long serialVersionUID = 1L;

        private final transient Path m_file;
        private final transient AtomicInteger m_reads;

        CountingCell(final Path file, final AtomicInteger reads) {
            m_file = file;
            m_reads = reads;
        }

        @Override
        public String getStringValue() {
            m_reads.incrementAndGet();
            return m_file.toString();
        }

        @Override
        protected boolean equalsDataCell(final DataCell other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return m_file.toString();
        }
    }

    @TempDir
    private Path m_folder;

    @Test
    void imagesAreReadOnlyWhenTheirPieceIsDueSoThatTablesOfAnySizeFit() throws Exception {
        final Path file = Files.write(m_folder.resolve("a.png"), PngEncoder.encode(TestImages.picture(0, 8, 8)));
        final AtomicInteger reads = new AtomicInteger();
        final ImageRows rows = rows(IntStream.range(0, 1000)
                .mapToObj(row -> new DataCell[] {new CountingCell(file, reads)})
                .toList());
        final List<Integer> pieces = new ArrayList<>();
        final AtomicInteger handled = new AtomicInteger();
        rows.forEach(64, progress(), new Warnings(), entries -> {
            assertEquals(handled.addAndGet(entries.size()), reads.get(), "no image is read ahead or twice");
            assertTrue(entries.size() <= 64);
            pieces.add(entries.size());
        });

        assertEquals(1000, reads.get());
        assertEquals(16, pieces.size());
        assertEquals(1000 % 64, pieces.get(15));
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
        final var spec = spec(column("file", cells.get(0)[0].getType()));
        return new ImageRows(TestTables.table(spec, cells), ImageColumn.find(spec, "file"), new ImageShape(1, 8, 8));
    }

    private static NodeProgress progress() {
        return new NodeProgress(new ExecutionContext(new DefaultNodeProgressMonitor(), null));
    }
}
