package org.knime.core.node.port;

import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Saves port objects to files, in the layout that KNIME's "Model Writer" uses. */
public final class PortUtil {
    private static final String CONTENT = "content.xml";
    private static final String SPEC = "objectSpec.file";
    private static final String OBJECT = "object.file";

    private PortUtil() {}

    /** Saves a port object with its specification. */
    public static void writeObjectToFile(final PortObject object, final File file, final ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        try (OutputStream output = new FileOutputStream(file)) {
            writeObjectToStream(object, output, monitor);
        }
    }

    /** Saves a port object with its specification; the stream stays open. */
    public static void writeObjectToStream(
            final PortObject object, final OutputStream output, final ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        final ZipOutputStream zip = new ZipOutputStream(output);
        final ModelContent content = new ModelContent("content");
        content.addInt("version", 1);
        content.addString("port_spec_class", object.getSpec().getClass().getName());
        content.addString("port_object_class", object.getClass().getName());
        zip.putNextEntry(new ZipEntry(CONTENT));
        write(content, zip);
        zip.putNextEntry(new ZipEntry(SPEC));
        try (PortObjectSpecZipOutputStream spec = new PortObjectSpecZipOutputStream(new OpenOutput(zip))) {
            spec.putNextEntry(new ZipEntry("portSpec.file"));
            specSerializer(object.getSpec()).savePortObjectSpec(object.getSpec(), spec);
        }
        zip.putNextEntry(new ZipEntry(OBJECT));
        try (PortObjectZipOutputStream port = new PortObjectZipOutputStream(new OpenOutput(zip))) {
            port.putNextEntry(new ZipEntry("portObject.file"));
            objectSerializer(object).savePortObject(object, port, monitor);
        }
        zip.finish();
        zip.flush();
    }

    /** Loads a port object. */
    public static PortObject readObjectFromFile(final File file, final ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        try (InputStream input = new FileInputStream(file)) {
            return readObjectFromStream(input, monitor);
        }
    }

    /** Loads a port object; the stream is closed. */
    public static PortObject readObjectFromStream(final InputStream input, final ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
        try (ZipInputStream zip = new ZipInputStream(input)) {
            final ModelContentRO content = readContent(zip);
            final PortObjectSpec spec = readSpec(content, zip);
            enter(zip, OBJECT);
            final PortObjectZipInputStream object = new PortObjectZipInputStream(new OpenInput(zip));
            enter(object, "portObject.file");
            final String className = content.getString("port_object_class");
            final Class<? extends PortObject> objectClass = PortTypeRegistry.getInstance()
                    .getObjectClass(className)
                    .orElseThrow(() -> new IOException("There is no port object class " + className + "."));
            return PortTypeRegistry.getInstance()
                    .getObjectSerializer(objectClass)
                    .orElseThrow(() -> new IOException("The port object class " + className + " has no serializer."))
                    .loadPortObject(object, spec, monitor);
        } catch (final InvalidSettingsException exception) {
            throw new IOException("The file is no saved port object: " + exception.getMessage(), exception);
        }
    }

    /** Loads only the specification of a saved port object; the stream is closed. */
    public static PortObjectSpec readObjectSpecFromStream(final InputStream input) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(input)) {
            return readSpec(readContent(zip), zip);
        } catch (final InvalidSettingsException exception) {
            throw new IOException("The file is no saved port object: " + exception.getMessage(), exception);
        }
    }

    private static ModelContentRO readContent(final ZipInputStream zip) throws IOException {
        enter(zip, CONTENT);
        return read(zip);
    }

    private static PortObjectSpec readSpec(final ModelContentRO content, final ZipInputStream zip)
            throws IOException, InvalidSettingsException {
        enter(zip, SPEC);
        final PortObjectSpecZipInputStream spec = new PortObjectSpecZipInputStream(new OpenInput(zip));
        enter(spec, "portSpec.file");
        final String className = content.getString("port_spec_class");
        final Class<? extends PortObjectSpec> specClass = PortTypeRegistry.getInstance()
                .getSpecClass(className)
                .orElseThrow(() -> new IOException("There is no port specification class " + className + "."));
        return PortTypeRegistry.getInstance()
                .getSpecSerializer(specClass)
                .orElseThrow(() -> new IOException("The specification class " + className + " has no serializer."))
                .loadPortObjectSpec(spec);
    }

    private static void enter(final ZipInputStream zip, final String name) throws IOException {
        final ZipEntry entry;
        try {
            entry = zip.getNextEntry();
        } catch (final ZipException | EOFException | IllegalArgumentException exception) {
            // the last one is what Java throws on a name that is no UTF-8
            throw new IOException("The file is no saved port object: its archive is damaged.", exception);
        }
        if (entry == null || !name.equals(entry.getName())) {
            throw new IOException("The file is no saved port object: the entry " + name + " is missing.");
        }
    }

    @SuppressWarnings("unchecked")
    private static PortObjectSpecSerializer<PortObjectSpec> specSerializer(final PortObjectSpec spec)
            throws IOException {
        return PortTypeRegistry.getInstance()
                .getSpecSerializer((Class<PortObjectSpec>) spec.getClass())
                .orElseThrow(() -> new IOException(spec.getClass() + " has no serializer."));
    }

    @SuppressWarnings("unchecked")
    private static PortObjectSerializer<PortObject> objectSerializer(final PortObject object) throws IOException {
        return PortTypeRegistry.getInstance()
                .getObjectSerializer((Class<PortObject>) object.getClass())
                .orElseThrow(() -> new IOException(object.getClass() + " has no serializer."));
    }

    static void write(final ModelContent content, final OutputStream output) throws IOException {
        content.saveToXML(new OpenOutput(output));
    }

    static ModelContentRO read(final InputStream input) throws IOException {
        return ModelContent.loadFromXML(new OpenInput(input));
    }

    /** Ends an entry without ending the archive. */
    private static final class OpenOutput extends FilterOutputStream {
        OpenOutput(final OutputStream output) {
            super(output);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Ends an entry without ending the archive. */
    private static final class OpenInput extends FilterInputStream {
        OpenInput(final InputStream input) {
            super(input);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
