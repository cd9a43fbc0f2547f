package org.knime.core.node.port;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A port object that saves and loads itself; needs a public constructor without arguments. */
public abstract class AbstractPortObject implements PortObject {
    /** Writes this object, without its specification. */
    protected abstract void save(PortObjectZipOutputStream output, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException;

    /** Reads this object. */
    protected abstract void load(PortObjectZipInputStream input, PortObjectSpec spec, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException;

    /** The serializer: a subclass must name its class of objects as the type argument. */
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
            extends PortObjectSerializer<T> {
        @Override
        public void savePortObject(
                final T object, final PortObjectZipOutputStream output, final ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException {
            object.save(output, monitor);
        }

        @Override
        public T loadPortObject(
                final PortObjectZipInputStream input, final PortObjectSpec spec, final ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException {
            final T object = create();
            object.load(input, spec, monitor);
            return object;
        }

        @SuppressWarnings("unchecked")
        private T create() throws IOException {
            final ParameterizedType type = (ParameterizedType) getClass().getGenericSuperclass();
            final Class<T> objectClass = (Class<T>) type.getActualTypeArguments()[0];
            try {
                return objectClass.getConstructor().newInstance();
            } catch (final ReflectiveOperationException exception) {
                throw new IOException(objectClass + " needs a public constructor without arguments.", exception);
            }
        }
    }
}
