package org.knime.core.node.port;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;

/** Reads the extension point org.knime.core.PortType; outside OSGi, class names and nested classes stand for it. */
final class PortTypeExtensions {
    private static final String POINT = "org.knime.core.PortType";

    private PortTypeExtensions() {}

    /** Returns the extension whose attribute has the value. */
    static Optional<IConfigurationElement> find(final String attribute, final String value) {
        final IExtensionRegistry registry = RegistryFactory.getRegistry();
        return registry == null
                ? Optional.empty()
                : Stream.of(registry.getConfigurationElementsFor(POINT))
                        .filter(element -> value.equals(element.getAttribute(attribute)))
                        .findFirst();
    }

    /** Loads the class that the attribute names, from its bundle or else from the class path. */
    static Optional<Class<?>> load(final String attribute, final String className) {
        final Optional<IConfigurationElement> extension = find(attribute, className);
        final String serializer = attribute.replace("Class", "Serializer");
        try {
            // types of this bundle, such as tables, name no serializer
            if (extension.map(element -> element.getAttribute(serializer)).isPresent()) {
                final ClassLoader loader = extension
                        .get()
                        .createExecutableExtension(serializer)
                        .getClass()
                        .getClassLoader();
                return Optional.of(Class.forName(className, true, loader));
            }
            return Optional.of(Class.forName(className));
        } catch (final ClassNotFoundException | CoreException exception) {
            return Optional.empty();
        }
    }

    /** Returns the serializer that the extension of the class names, or else the class's own. */
    static Optional<Object> serializer(final Class<?> type, final String classAttribute, final String attribute) {
        final String name = find(classAttribute, type.getName())
                .map(extension -> extension.getAttribute(attribute))
                .orElse(type.getName() + "$Serializer");
        try {
            return Optional.of(Class.forName(name, true, type.getClassLoader())
                    .getConstructor()
                    .newInstance());
        } catch (final ReflectiveOperationException exception) {
            return Optional.empty();
        }
    }
}
