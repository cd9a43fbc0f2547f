package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.network.ParameterTensor;
import org.junit.jupiter.api.Test;

final class ModelFileTests {

    @Test
    void aModelComesBackAsItWas() throws IOException {
        TestModels.assertEqualModels(TestModels.model(), TestModels.read(TestModels.file()));
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        assertArrayEquals(TestModels.file(), TestModels.file());
    }

    /** Reads the file as the format's description says, with nothing of the code under test. */
    @Test
    void everyReaderOfSafetensorsFindsTheTensors() throws IOException {
        final byte[] file = TestModels.file();
        final ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        final int dataStart = 8 + (int) bytes.getLong(0);
        assertEquals(0, dataStart % 8);
        final String header = TestModels.header(file);
        assertTrue(header.startsWith("{\"__metadata__\":{\"joint_diffusion.format_version\":\"1\","), header);
        int position = 0;
        for (final ParameterTensor tensor :
                ParameterLayout.of(TestModels.SPECIFICATION.network()).tensors()) {
            final Matcher entry = Pattern.compile("\"" + Pattern.quote(tensor.name())
                            + "\":\\{\"dtype\":\"F32\",\"shape\":\\[([0-9,]+)\\],"
                            + "\"data_offsets\":\\[(\\d+),(\\d+)\\]\\}")
                    .matcher(header);
            assertTrue(entry.find(), tensor.name());
            assertEquals(tensor.shape().toString().replace(" ", ""), "[" + entry.group(1) + "]");
            final int begin = Integer.parseInt(entry.group(2));
            assertEquals(begin + 4 * tensor.size(), Integer.parseInt(entry.group(3)));
            assertEquals((float) Math.sin(position), bytes.getFloat(dataStart + begin));
            position += tensor.size();
        }
        assertEquals(dataStart + 4 * position, file.length);
    }

    @Test
    void theOrderOfTheTensorsInTheFileDoesNotMatter() throws IOException {
        final byte[] file = TestModels.file();
        final String header = TestModels.header(file);
        final byte[] data = TestModels.data(file);
        // exchange the places of the first two tensors
        final Matcher places =
                Pattern.compile("\"data_offsets\":\\[(\\d+),(\\d+)\\]").matcher(header);
        assertTrue(places.find());
        final int firstEnd = Integer.parseInt(places.group(2));
        assertTrue(places.find());
        final int secondEnd = Integer.parseInt(places.group(2));
        final int secondLength = secondEnd - firstEnd;
        final String exchanged = header.replace("[0," + firstEnd + "]", "[" + secondLength + "," + secondEnd + "]")
                .replace("[" + firstEnd + "," + secondEnd + "]", "[0," + secondLength + "]");
        final byte[] moved = data.clone();
        System.arraycopy(data, firstEnd, moved, 0, secondLength);
        System.arraycopy(data, 0, moved, secondLength, firstEnd);
        TestModels.assertEqualModels(TestModels.model(), TestModels.read(TestModels.file(exchanged, moved)));
    }

    @Test
    void weightsThatDoNotFitTheNetworkAreNotWritten() {
        final JointModel model = TestModels.model();
        final JointModel other = new JointModel(model.specification(), new float[3], 1, model.card());
        assertThrows(IllegalArgumentException.class, () -> ModelFile.write(other, new ByteArrayOutputStream()));
    }

    @Test
    void aFailingStreamIsNoDamagedFile() {
        final InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        assertEquals(
                "disk",
                assertThrows(IOException.class, () -> ModelFile.read(failing)).getMessage());
    }
}
