package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;

/** Asks for the ports of a node. */
public interface RequirePorts {

    /** Sets ports that never change. */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(adder -> ports.accept(new PortsAdder() {
            @Override
            public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
                adder.addInputPortGroup(
                        name, group -> group.name(name).description(description).fixed(portType));
                return this;
            }

            @Override
            public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
                adder.addOutputPortGroup(
                        name, group -> group.name(name).description(description).fixed(portType));
                return this;
            }
        }));
    }

    /** Sets ports of which the user can add, remove or exchange some. */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds fixed ports. */
    interface PortsAdder {

        PortsAdder addInputPort(String name, String description, PortType portType);

        PortsAdder addOutputPort(String name, String description, PortType portType);

        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds groups of ports. */
    interface DynamicPortsAdder {

        DynamicPortsAdder addInputPortGroup(
                String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration);

        DynamicPortsAdder addOutputPortGroup(
                String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration);
    }

    /** Asks for the name of a port. */
    interface RequirePortName {
        RequirePortDescription name(String name);
    }

    /** Asks for the description of a port. */
    interface RequirePortDescription {
        RequireConfigurablePortMode description(String description);
    }

    /** Asks what the user can change about the group. */
    interface RequireConfigurablePortMode {

        /** One port of one type. */
        ConfigurablePort.FinalConfigurablePort fixed(PortType portType);

        /** No port or one. */
        RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional();

        /** Any number of ports. */
        RequireSupportedTypes<ConfigurablePort.ExtendableConfigurablePort> extendable();

        /** One port whose type can be exchanged. */
        RequireSupportedTypes<ConfigurablePort.FinalConfigurablePort> exchangable(PortType defaultType);
    }

    /**
     * Asks for the types that the user may choose.
     *
     * @param <T> the next step
     */
    interface RequireSupportedTypes<T> {

        T supportedTypes(PortType... portTypes);

        T supportedTypes(Predicate<PortType> portTypePredicate);
    }

    /** A complete port group. */
    sealed interface ConfigurablePort
            permits ConfigurablePort.FinalConfigurablePort,
                    ConfigurablePort.OptionalConfigurablePort,
                    ConfigurablePort.ExtendableConfigurablePort {

        /** A group about which nothing more can be said. */
        final class FinalConfigurablePort implements ConfigurablePort {}

        /** A group of no port or one. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /** Lets new nodes have the port. */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** A group of any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /** Sets the ports that are always there. */
            ExtendableConfigurablePort fixedTypes(PortType... portTypes);

            /** Sets the ports that new nodes have in addition. */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }
    }
}
