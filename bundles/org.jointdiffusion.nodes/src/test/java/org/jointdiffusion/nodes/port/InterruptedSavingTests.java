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
        for (int number = 0; number < cases; number++) {
            final int bytes = random.nextInt(whole.length);
            final FullDisk disk = new FullDisk(bytes);
            final IOException exception = assertThrows(IOException.class, () -> save(disk, disk.m_written));
            assertEquals(FullDisk.MESSAGE, exception.getMessage());
            // what was saved only in part is told apart from the whole
            assertTrue(isRefused(disk.m_written.toByteArray()), bytes + " bytes of " + whole.length);
        }
        Traces.assertNoMoreThan(before, folder);
        final JointModelPortObject loaded = (JointModelPortObject)
                PortUtil.readObjectFromStream(new ByteArrayInputStream(save()), new ExecutionMonitor());
        assertArrayEquals(m_model.model().weights(), loaded.model().weights());
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

    private static boolean isRefused(final byte[] part) throws Exception {
        try {
            PortUtil.readObjectFromStream(new ByteArrayInputStream(part), new ExecutionMonitor());
            return false;
        } catch (final IOException expected) {
            return true;
        }
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
