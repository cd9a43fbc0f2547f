package org.jointdiffusion.embedded.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.embedded.node.PortGroup;
import org.jointdiffusion.embedded.node.PortGroup.Mode;
import org.jointdiffusion.embedded.node.PortGroup.Side;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** The ports that a node of a workflow has, without the flow variable ports; counted from 0. */
record NodePorts(List<Port> inputs, List<Port> outputs) {

    private static final String CREATION_CONFIG = "node_creation_config";

    /** A port: its name and type. */
    record Port(String name, PortType type) {}

    /**
     * Reads which ports the user added or exchanged.
     *
     * @param groups the port groups of the node
     * @param settings all settings of the node, with {@code node_creation_config} if the user changed ports
     */
    static NodePorts of(final List<PortGroup> groups, final NodeSettingsRO settings) throws InvalidSettingsException {
        final List<Port> inputs = new ArrayList<>();
        final List<Port> outputs = new ArrayList<>();
        for (final PortGroup group : groups) {
            final List<Port> ports = group.side() == Side.INPUT ? inputs : outputs;
            for (final PortType type : group.withChosen(chosen(group, settings))) {
                ports.add(new Port(group.name(), type));
            }
        }
        return new NodePorts(List.copyOf(inputs), List.copyOf(outputs));
    }

    private static List<PortType> chosen(final PortGroup group, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        if (group.mode() == Mode.FIXED) {
            return List.of();
        }
        if (!settings.containsKey(CREATION_CONFIG)
                || !settings.getNodeSettings(CREATION_CONFIG).containsKey(group.id())) {
            return group.initialTypes();
        }
        final NodeSettingsRO chosen = settings.getNodeSettings(CREATION_CONFIG).getNodeSettings(group.id());
        if (group.mode() == Mode.EXCHANGEABLE) {
            return List.of(load(group, chosen));
        }
        final List<PortType> types = new ArrayList<>();
        for (int index = 0; chosen.containsKey("port_" + index); index++) {
            types.add(load(group, chosen.getNodeSettings("port_" + index)));
        }
        return types;
    }

    private static PortType load(final PortGroup group, final NodeSettingsRO settings) throws InvalidSettingsException {
        final String objectClass = settings.getString("object_class");
        final PortTypeRegistry registry = PortTypeRegistry.getInstance();
        final PortType type = registry.getObjectClass(objectClass)
                .map(registry::getPortType)
                .orElseThrow(() -> new InvalidSettingsException(
                        "The port group \"" + group.id() + "\" has a port of the unknown type " + objectClass + "."));
        if (!group.supported().test(type)) {
            throw new InvalidSettingsException(
                    "The port group \"" + group.id() + "\" does not support ports of the type " + type.getName() + ".");
        }
        return type;
    }

    PortType[] inputTypes() {
        return inputs.stream().map(Port::type).toArray(PortType[]::new);
    }

    PortType[] outputTypes() {
        return outputs.stream().map(Port::type).toArray(PortType[]::new);
    }
}
