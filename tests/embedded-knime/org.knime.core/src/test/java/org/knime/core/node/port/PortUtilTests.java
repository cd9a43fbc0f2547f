package org.knime.core.node.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

class PortUtilTests {
    private static byte[] save(final PortObject object) throws Exception {
        final ByteArrayOutputStream output = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(object, output, new ExecutionMonitor());
        return output.toByteArray();
    }

    private static PortObject load(final byte[] bytes) throws Exception {
        return PortUtil.readObjectFromStream(new ByteArrayInputStream(bytes), new ExecutionMonitor());
    }

    @Test
    void savesAndLoadsObjectsAndSpecifications() throws Exception {
        final byte[] bytes = save(new Numbers("primes", 2, 3, 5));
        final Numbers loaded = (Numbers) load(bytes);
        assertEquals("primes: [2, 3, 5]", loaded.getSummary());
        assertEquals(loaded.getSpec(), PortUtil.readObjectSpecFromStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void refusesWhatIsCutShortOrNoSavedObject() throws Exception {
        final byte[] bytes = save(new Numbers("primes", 2, 3, 5));
        assertThrows(IOException.class, () -> load(Arrays.copyOf(bytes, bytes.length / 3)));
        assertThrows(IOException.class, () -> load(new byte[] {1, 2, 3}));
    }

    @Test
    void typesAcceptTheirObjectsAndAreOptionalOrNot() {
        final PortTypeRegistry registry = PortTypeRegistry.getInstance();
        final PortType type = registry.getPortType(Numbers.class);
        assertTrue(type.acceptsPortObject(new Numbers("none")));
        assertTrue(PortObject.TYPE.isSuperTypeOf(type));
        assertEquals(false, BufferedDataTable.TYPE.isSuperTypeOf(type));
        assertEquals(type, registry.getPortType(Numbers.class));
        assertEquals(false, type.equals(registry.getPortType(Numbers.class, true)));
    }

    /** A port object for the tests. */
    public static final class Numbers extends AbstractPortObject {
        private NumbersSpec m_spec;
        private int[] m_numbers;

        /** For loading. */
        public Numbers() {}

        Numbers(final String name, final int... numbers) {
            m_spec = new NumbersSpec();
            m_spec.m_name = name;
            m_numbers = numbers;
        }

        @Override
        protected void save(final PortObjectZipOutputStream output, final ExecutionMonitor monitor) throws IOException {
            output.putNextEntry(new ZipEntry("numbers"));
            final DataOutputStream data = new DataOutputStream(output);
            data.writeInt(m_numbers.length);
            for (final int number : m_numbers) {
                data.writeInt(number);
            }
            data.flush();
        }

        @Override
        protected void load(
                final PortObjectZipInputStream input, final PortObjectSpec spec, final ExecutionMonitor monitor)
                throws IOException {
            m_spec = (NumbersSpec) spec;
            input.getNextEntry();
            final DataInputStream data = new DataInputStream(input);
            m_numbers = new int[data.readInt()];
            for (int i = 0; i < m_numbers.length; i++) {
                m_numbers[i] = data.readInt();
            }
        }

        @Override
        public String getSummary() {
            return m_spec.m_name + ": " + Arrays.toString(m_numbers);
        }

        @Override
        public PortObjectSpec getSpec() {
            return m_spec;
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }

        /** The serializer. */
        public static final class Serializer extends AbstractPortObjectSerializer<Numbers> {}
    }

    /** The specification for the tests. */
    public static final class NumbersSpec extends AbstractSimplePortObjectSpec {
        private String m_name;

        @Override
        protected void save(final ModelContentWO model) {
            model.addString("name", m_name);
        }

        @Override
        protected void load(final ModelContentRO model) throws InvalidSettingsException {
            m_name = model.getString("name");
        }

        /** The serializer. */
        public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<NumbersSpec> {}
    }
}
