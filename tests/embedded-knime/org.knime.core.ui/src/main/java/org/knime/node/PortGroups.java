package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jointdiffusion.embedded.node.PortGroup;
import org.jointdiffusion.embedded.node.PortGroup.Mode;
import org.jointdiffusion.embedded.node.PortGroup.Side;
import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Collects the port groups of a node while it is described. */
final class PortGroups implements DynamicPortsAdder {

    private final List<GroupBuilder> m_groups = new ArrayList<>();

    @Override
    public DynamicPortsAdder addInputPortGroup(
            final String groupId, final Function<RequirePortName, ConfigurablePort> configuration) {
        return add(Side.INPUT, groupId, configuration);
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(
            final String groupId, final Function<RequirePortName, ConfigurablePort> configuration) {
        return add(Side.OUTPUT, groupId, configuration);
    }

    List<PortGroup> groups() {
        return m_groups.stream().map(GroupBuilder::build).toList();
    }

    private DynamicPortsAdder add(
            final Side side, final String groupId, final Function<RequirePortName, ConfigurablePort> configuration) {
        configuration.apply(name -> description -> {
            checkId(groupId);
            final GroupBuilder builder = new GroupBuilder(groupId, side, name, description);
            m_groups.add(builder);
            return builder;
        });
        return this;
    }

    /** Checks what KNIME demands too: fixed ports have their names as ids, so names must differ on both sides. */
    private void checkId(final String id) {
        if (id == null || id.isEmpty() || m_groups.stream().anyMatch(group -> group.m_id.equals(id))) {
            throw new IllegalArgumentException("The port group \"" + id + "\" has no id, or one that another group has"
                    + " too. Give all ports of a node, inputs and outputs, different names.");
        }
    }

    private static final class GroupBuilder
            implements RequireConfigurablePortMode, OptionalConfigurablePort, ExtendableConfigurablePort {

        private final String m_id;
        private final Side m_side;
        private final String m_name;
        private final String m_description;
        private Mode m_mode;
        private Predicate<PortType> m_supported;
        private List<PortType> m_fixed = List.of();
        private List<PortType> m_initial = List.of();

        GroupBuilder(final String id, final Side side, final String name, final String description) {
            m_id = id;
            m_side = side;
            m_name = name;
            m_description = description;
        }

        PortGroup build() {
            return new PortGroup(m_id, m_side, m_name, m_description, m_mode, m_supported, m_fixed, m_initial);
        }

        @Override
        public FinalConfigurablePort fixed(final PortType portType) {
            m_mode = Mode.FIXED;
            m_supported = portType::equals;
            m_fixed = List.of(portType);
            return new FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<OptionalConfigurablePort> optional() {
            m_mode = Mode.OPTIONAL;
            return new SupportedTypes<>(this, this);
        }

        @Override
        public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
            m_mode = Mode.EXTENDABLE;
            return new SupportedTypes<>(this, this);
        }

        @Override
        public RequireSupportedTypes<FinalConfigurablePort> exchangable(final PortType defaultType) {
            m_mode = Mode.EXCHANGEABLE;
            m_initial = List.of(defaultType);
            return new SupportedTypes<>(this, new FinalConfigurablePort());
        }

        @Override
        public FinalConfigurablePort defaultPortType(final PortType defaultPortType) {
            m_initial = List.of(defaultPortType);
            return new FinalConfigurablePort();
        }

        @Override
        public ExtendableConfigurablePort fixedTypes(final PortType... portTypes) {
            m_fixed = List.of(portTypes);
            return this;
        }

        @Override
        public ExtendableConfigurablePort defaultNonFixedTypes(final PortType... portTypes) {
            m_initial = List.of(portTypes);
            return this;
        }
    }

    private record SupportedTypes<T>(GroupBuilder builder, T next) implements RequireSupportedTypes<T> {

        @Override
        public T supportedTypes(final PortType... portTypes) {
            return supportedTypes(Arrays.asList(portTypes)::contains);
        }

        @Override
        public T supportedTypes(final Predicate<PortType> portTypePredicate) {
            builder.m_supported = portTypePredicate;
            return next;
        }
    }
}
