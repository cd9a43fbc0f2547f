package org.jointdiffusion.embedded.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.jointdiffusion.embedded.node.PortGroup.Mode;
import org.jointdiffusion.embedded.node.PortGroup.Side;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;

class PortGroupTests {

    private static final PortType TABLE = BufferedDataTable.TYPE;

    static final class PortsNode extends DefaultNodeFactory {
        PortsNode(final Consumer<DynamicPortsAdder> ports) {
            super(node(ports));
        }
    }

    private static DefaultNode node(final Consumer<DynamicPortsAdder> ports) {
        return DefaultNode.create()
                .name("Ports")
                .icon("icon.png")
                .shortDescription("A test.")
                .fullDescription("A test.")
                .sinceVersion(5, 8, 0)
                .dynamicPorts(ports)
                .model(model ->
                        model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}));
    }

    private static PortGroup only(final Consumer<DynamicPortsAdder> ports) {
        final List<PortGroup> groups =
                EmbeddedNode.of(new PortsNode(ports)).description().ports();
        assertEquals(1, groups.size());
        return groups.get(0);
    }

    @Test
    void anOptionalGroupHasNoPortAtFirst() {
        final PortGroup group = only(ports -> ports.addInputPortGroup(
                "id", g -> g.name("Name").description("Text.").optional().supportedTypes(TABLE)));
        assertEquals(Mode.OPTIONAL, group.mode());
        assertEquals(Side.INPUT, group.side());
        assertEquals("Name", group.name());
        assertEquals(List.of(), group.withChosen(group.initialTypes()));
        assertTrue(group.supported().test(TABLE));
        assertFalse(group.supported().test(FlowVariablePortObject.TYPE));
    }

    @Test
    void anOptionalGroupCanStartWithAPort() {
        final PortGroup group = only(ports -> ports.addInputPortGroup("id", g -> g.name("Name")
                .description("Text.")
                .optional()
                .supportedTypes(TABLE)
                .defaultPortType(TABLE)));
        assertEquals(List.of(TABLE), group.initialTypes());
    }

    @Test
    void anExtendableGroupKeepsItsFixedPorts() {
        final PortGroup group = only(ports -> ports.addOutputPortGroup("id", g -> g.name("Name")
                .description("Text.")
                .extendable()
                .supportedTypes(type -> true)
                .fixedTypes(TABLE)
                .defaultNonFixedTypes(FlowVariablePortObject.TYPE)));
        assertEquals(Side.OUTPUT, group.side());
        assertEquals(List.of(TABLE, FlowVariablePortObject.TYPE), group.withChosen(group.initialTypes()));
        assertEquals(List.of(TABLE), group.withChosen(List.of()));
    }

    @Test
    void anExchangeableGroupHasItsDefault() {
        final PortGroup group = only(ports -> ports.addInputPortGroup(
                "id",
                g -> g.name("Name").description("Text.").exchangable(TABLE).supportedTypes(type -> true)));
        assertEquals(Mode.EXCHANGEABLE, group.mode());
        assertEquals(List.of(TABLE), group.initialTypes());
    }

    @Test
    void portsOfBothSidesHaveDifferentNames() {
        final IllegalArgumentException exception = assertThrows(
                IllegalArgumentException.class,
                () -> node(ports -> ports.addInputPortGroup(
                                "Table", g -> g.name("Table").description("").fixed(TABLE))
                        .addOutputPortGroup(
                                "Table", g -> g.name("Table").description("").fixed(TABLE))));
        assertTrue(exception.getMessage().contains("\"Table\""), exception.getMessage());
    }

    @Test
    void descriptionsAreWellFormed() {
        final IllegalStateException exception = assertThrows(
                IllegalStateException.class,
                () -> new PortsNode(ports -> ports.addInputPortGroup(
                        "Table",
                        g -> g.name("Table").description("Black & white").fixed(TABLE))));
        assertTrue(exception.getMessage().contains("Black & white"), exception.getMessage());
    }

    @Test
    void aNodeHasOneTypeAndOneListOfKeywords() {
        final DefaultNode node = node(ports -> {}).nodeType(NodeType.Learner).keywords("a", "b");
        assertThrows(IllegalStateException.class, () -> node.nodeType(NodeType.Sink));
        assertThrows(IllegalStateException.class, () -> node.keywords("c"));
    }
}
