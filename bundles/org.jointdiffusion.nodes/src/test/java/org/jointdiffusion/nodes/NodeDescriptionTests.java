package org.jointdiffusion.nodes;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jointdiffusion.embedded.node.NodeDescription;
import org.jointdiffusion.embedded.node.PortGroup;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.xml.sax.InputSource;

/** KNIME parses descriptions as XML when it lists nodes; a mistake there makes a node disappear. */
class NodeDescriptionTests {

    @ParameterizedTest
    @MethodSource("org.jointdiffusion.nodes.testing.Factories#all")
    void textsAreWellFormed(final DefaultNodeFactory factory) {
        texts(factory).forEach(NodeDescriptionTests::assertWellFormed);
    }

    @ParameterizedTest
    @MethodSource("org.jointdiffusion.nodes.testing.Factories#all")
    void shortDescriptionIsOneSentence(final DefaultNodeFactory factory) {
        final String description = new NodeRunner(factory).description().shortDescription();

        assertTrue(description.endsWith("."), description);
        assertFalse(description.substring(0, description.length() - 1).contains(". "), description);
    }

    @ParameterizedTest
    @MethodSource("org.jointdiffusion.nodes.testing.Factories#all")
    void fullDescriptionTellsWhatHappensToMissingValues(final DefaultNodeFactory factory) {
        assertTrue(new NodeRunner(factory).description().fullDescription().contains("Missing values."));
    }

    @ParameterizedTest
    @MethodSource("org.jointdiffusion.nodes.testing.Factories#all")
    void iconHasTheUsualSize(final DefaultNodeFactory factory) throws Exception {
        final var icon = factory.getClass()
                .getResource(new NodeRunner(factory).description().icon());
        assertNotNull(icon, "The icon of " + factory.getClass().getSimpleName() + " is missing");
        final var image = ImageIO.read(icon);

        assertEquals(16, image.getWidth());
        assertEquals(16, image.getHeight());
    }

    @ParameterizedTest
    @MethodSource("org.jointdiffusion.nodes.testing.Factories#all")
    void portGroupsHaveDifferentNames(final DefaultNodeFactory factory) {
        final var ids = new HashSet<String>();
        for (final PortGroup group : new NodeRunner(factory).description().ports()) {
            assertTrue(ids.add(group.id()), "KNIME wants one name a port, on both sides of a node: " + group.id());
        }
    }

    private static List<String> texts(final DefaultNodeFactory factory) {
        final NodeRunner runner = new NodeRunner(factory);
        final NodeDescription description = runner.description();
        final List<String> texts =
                new ArrayList<>(List.of(description.shortDescription(), description.fullDescription()));
        description.ports().forEach(port -> texts.add(port.description()));
        description.resources().forEach(resource -> texts.add(resource.description()));
        for (Class<?> type = runner.parametersClass(); type != Object.class; type = type.getSuperclass()) {
            for (final Field field : type.getDeclaredFields()) {
                addTexts(field, texts);
            }
        }
        return texts;
    }

    private static void addTexts(final Field field, final List<String> texts) {
        final Widget widget = field.getAnnotation(Widget.class);
        if (widget != null) {
            assertFalse(widget.description().isBlank(), field + " has no description");
            texts.add(widget.title());
            texts.add(widget.description());
        }
        if (field.getType().isEnum()) {
            for (final Field constant : field.getType().getDeclaredFields()) {
                if (constant.isEnumConstant()) {
                    final Label label = constant.getAnnotation(Label.class);
                    assertNotNull(label, constant + " has no label");
                    texts.add(label.value());
                    texts.add(label.description());
                }
            }
        }
    }

    private static void assertWellFormed(final String text) {
        assertDoesNotThrow(
                () -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader("<text>" + text + "</text>"))),
                text);
    }
}
