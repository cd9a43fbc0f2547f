package org.jointdiffusion.nodes.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/nodes.md as the nodes are; {@code -Dcatalogue.renew=true} writes it anew. */
class NodeCatalogueTests {

    private static final Path PAGE = Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .resolve("../../docs/nodes.md")
            .normalize();

    @Test
    void pageSaysWhatTheNodesSay() throws IOException {
        if (Boolean.getBoolean("catalogue.renew")) {
            Files.writeString(PAGE, NodeCatalogue.toMarkdown());
        }

        assertEquals(
                NodeCatalogue.toMarkdown(),
                Files.exists(PAGE) ? Files.readString(PAGE) : "",
                "docs/nodes.md is not up to date. CONTRIBUTING.md tells how to renew it.");
    }

    @Test
    void everyPictureExists() {
        final var pictures = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(NodeCatalogue.toMarkdown());
        while (pictures.find()) {
            final Path picture = PAGE.resolveSibling(pictures.group(1));
            assertTrue(Files.exists(picture), "The picture " + picture + " of docs/nodes.md is missing.");
        }
    }

    @Test
    void descriptionsBecomeMarkdown() {
        assertEquals(
                "A **bold** and *slanted* a < b.\n\nSecond.",
                MarkdownText.paragraphs("<p>\nA <b>bold</b> and\n <i>slanted</i> a &lt; b.\n</p><p>Second.</p>"));
        assertEquals(
                "Kinds:\n* one\n* `two`\n\nMore.",
                MarkdownText.paragraphs("<p>Kinds:</p> <ul> <li>one</li>\n<li><tt>two</tt></li> </ul> <p>More.</p>"));
        assertEquals("a \\| b", MarkdownText.cell("a | b"));
        assertTrue(MarkdownText.paragraphs("word ".repeat(100)).lines().allMatch(line -> line.length() <= 120));
    }
}
