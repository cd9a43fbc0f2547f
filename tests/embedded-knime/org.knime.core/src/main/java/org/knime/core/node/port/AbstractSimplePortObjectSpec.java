package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A specification made of key-value pairs; needs a public constructor without arguments. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {
    /** Writes this specification. */
    protected abstract void save(ModelContentWO model);

    /** Reads this specification. */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final ModelContent content = new ModelContent("spec");
        save(content);
        return content;
    }

    @Override
    public boolean equals(final Object other) {
        return other != null
                && other.getClass() == getClass()
                && ((AbstractSimplePortObjectSpec) other).content().equals(content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /** The serializer: one entry with the class and what {@link #save(ModelContentWO)} writes. */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
            extends PortObjectSpecSerializer<T> {
        private static final String ENTRY = "content.xml";

        @Override
        public void savePortObjectSpec(final T spec, final PortObjectSpecZipOutputStream output) throws IOException {
            final ModelContent content = new ModelContent("model.xml");
            content.addInt("version", 1);
            content.addString("class_name", spec.getClass().getName());
            spec.save(content.addModelContent("model"));
            output.putNextEntry(new ZipEntry(ENTRY));
            PortUtil.write(content, output);
        }

        @Override
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream input) throws IOException {
            final ZipEntry entry = input.getNextEntry();
            if (entry == null || !ENTRY.equals(entry.getName())) {
                throw new IOException("The port specification has no entry " + ENTRY + ".");
            }
            try {
                final ModelContentRO content = PortUtil.read(input);
                final T spec = create(content.getString("class_name"));
                spec.load(content.getModelContent("model"));
                return spec;
            } catch (final InvalidSettingsException exception) {
                throw new IOException("The port specification is not valid: " + exception.getMessage(), exception);
            }
        }

        @SuppressWarnings("unchecked")
        private T create(final String className) throws IOException {
            try {
                final Class<?> specClass =
                        Class.forName(className, true, getClass().getClassLoader());
                return (T) specClass
                        .asSubclass(AbstractSimplePortObjectSpec.class)
                        .getConstructor()
                        .newInstance();
            } catch (final ReflectiveOperationException | ClassCastException exception) {
                throw new IOException("The port specification " + className + " can not be made.", exception);
            }
        }
    }
}
