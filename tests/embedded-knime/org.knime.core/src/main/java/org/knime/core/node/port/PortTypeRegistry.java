package org.knime.core.node.port;

import java.util.Optional;
import org.eclipse.core.runtime.IConfigurationElement;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/**
 * Knows the port types: what the extension point org.knime.core.PortType says, and, outside OSGi, what a class says
 * itself, namely its nested class "Serializer".
 */
public final class PortTypeRegistry {
    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {}

    /** Returns the registry. */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** Returns the type of ports that take objects of the class. */
    public PortType getPortType(final Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /** Returns the type of ports that take objects of the class and, if optional, need not be connected. */
    public PortType getPortType(final Class<? extends PortObject> objectClass, final boolean optional) {
        final Optional<IConfigurationElement> extension = PortTypeExtensions.find("objectClass", objectClass.getName());
        final String name =
                extension.map(element -> element.getAttribute("name")).orElseGet(objectClass::getSimpleName);
        final String color =
                extension.map(element -> element.getAttribute("color")).orElse("#9b9b9b");
        return new PortType(objectClass, optional, name, Integer.decode(color));
    }

    /** Returns the class of port objects with the given name. */
    public Optional<Class<? extends PortObject>> getObjectClass(final String name) {
        return PortTypeExtensions.load("objectClass", name).map(type -> type.asSubclass(PortObject.class));
    }

    /** Returns the class of specifications with the given name. */
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String name) {
        return PortTypeExtensions.load("specClass", name).map(type -> type.asSubclass(PortObjectSpec.class));
    }

    /** Returns what saves and loads objects of the class. */
    @SuppressWarnings("unchecked")
    public <T extends PortObject> Optional<PortObjectSerializer<T>> getObjectSerializer(final Class<T> objectClass) {
        return PortTypeExtensions.serializer(objectClass, "objectClass", "objectSerializer")
                .map(serializer -> (PortObjectSerializer<T>) serializer);
    }

    /** Returns what saves and loads specifications of the class. */
    @SuppressWarnings("unchecked")
    public <T extends PortObjectSpec> Optional<PortObjectSpecSerializer<T>> getSpecSerializer(
            final Class<T> specClass) {
        return PortTypeExtensions.serializer(specClass, "specClass", "specSerializer")
                .map(serializer -> (PortObjectSpecSerializer<T>) serializer);
    }
}
