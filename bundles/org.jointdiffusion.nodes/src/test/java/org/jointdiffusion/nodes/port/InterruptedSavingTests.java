package org.jointdiffusion.nodes.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.jointdiffusion.nodes.testing.Soak;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortUtil;

/** The saving of a workflow with a model in it ends somewhere: the disk is full, or it is taken away. */
class InterruptedSavingTests {

    private final JointModelPortObject m_model = TestModels.lively();

    @Test
    void whereverSavingEndsTheModelStaysAndCanBeSavedAgain(@TempDir final Path folder) throws Exception {
        final byte[] whole = save();
        final Traces before = Traces.now(folder);
        final SplittableRandom random = new SplittableRandom(3);
        final int cases = Soak.cases(50, 5_000);
        int refused = 0;
        for (int number = 0; number < cases; number++) {
            final int bytes = random.nextInt(whole.length);
            final FullDisk disk = new FullDisk(bytes);
            final IOException exception = assertThrows(IOException.class, () -> save(disk, disk.m_written));
            assertEquals(FullDisk.MESSAGE, exception.getMessage());
            refused += isRefused(disk.m_written.toByteArray()) ? 1 : 0;
        }
        Traces.assertNoMoreThan(before, folder);
        assertArrayEquals(m_model.model().weights(), load(save()).model().weights());
        // only the archive's list of contents, some bytes at its end, may be missing
        assertTrue(refused > 0.99 * cases, refused + " of " + cases + " parts were refused");
        System.out.println("Saving was interrupted " + cases + " times.");
    }

    private byte[] save(final OutputStream file, final ByteArrayOutputStream kept) throws Exception {
        PortUtil.writeObjectToStream(m_model, file, new ExecutionMonitor());
        return kept.toByteArray();
    }

    private byte[] save() throws Exception {
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        return save(file, file);
    }

    /** Whether a part is refused, or else is the whole model. */
    private boolean isRefused(final byte[] part) throws Exception {
        try {
            assertArrayEquals(m_model.model().weights(), load(part).model().weights());
            return false;
        } catch (final IOException expected) {
            return true;
        }
    }

    private static JointModelPortObject load(final byte[] saved) throws Exception {
        return (JointModelPortObject)
                PortUtil.readObjectFromStream(new ByteArrayInputStream(saved), new ExecutionMonitor());
    }

    /** Takes so many bytes and no more. */
    private static final class FullDisk extends OutputStream {

        static final String MESSAGE = "No space left on device";

        private final ByteArrayOutputStream m_written = new ByteArrayOutputStream();
        private final int m_bytes;

        FullDisk(final int bytes) {
            m_bytes = bytes;
        }

        @Override
        public void write(final int value) throws IOException {
            if (m_written.size() == m_bytes) {
                throw new IOException(MESSAGE);
            }
            m_written.write(value);
        }
    }
}
