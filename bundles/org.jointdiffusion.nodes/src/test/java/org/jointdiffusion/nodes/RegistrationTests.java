package org.jointdiffusion.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jointdiffusion.nodes.testing.Factories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the bundle tells KNIME about itself, against the classes that are there. */
class RegistrationTests {

    private Document m_plugin;

    @BeforeEach
    void readPlugin() throws Exception {
        m_plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("plugin.xml").toFile());
    }

    @Test
    void everyNodeIsRegisteredOnce() {
        final List<String> registered = elements("node").stream()
                .map(node -> node.getAttribute("factory-class"))
                .sorted()
                .toList();

        assertEquals(
                Factories.all().stream()
                        .map(factory -> factory.getClass().getName())
                        .sorted()
                        .toList(),
                registered);
    }

    @Test
    void nodesAreInTheCategoryThatIsThere() {
        final Element category = elements("category").get(0);
        final String path = category.getAttribute("path") + "/" + category.getAttribute("level-id");

        elements("node").forEach(node -> assertEquals(path, node.getAttribute("category-path")));
        assertTrue(Files.exists(Path.of(category.getAttribute("icon"))));
    }

    @Test
    void portTypeNamesClassesThatExist() throws Exception {
        final Element portType = elements("portType").get(0);

        for (final String name : List.of("objectClass", "objectSerializer", "specClass", "specSerializer")) {
            assertNotNull(
                    Class.forName(portType.getAttribute(name)).getConstructor().newInstance());
        }
        assertTrue(portType.getAttribute("color").matches("#[0-9a-f]{6}"));
    }

    private List<Element> elements(final String name) {
        final var nodes = m_plugin.getElementsByTagName(name);
        final List<Element> elements = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }
}
