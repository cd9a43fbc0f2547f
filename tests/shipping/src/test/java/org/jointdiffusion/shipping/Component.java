package org.jointdiffusion.shipping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A component of a CycloneDX bill of materials.
 *
 * @param name the name
 * @param version the version; empty when it is missing
 * @param licences the SPDX identifiers, expressions or names of its licences
 * @param purl the package URL; empty for a file
 * @param sha256 the hash in hexadecimal digits; empty when it is missing
 * @param parts the components inside it
 */
record Component(
        String name, String version, List<String> licences, String purl, String sha256, List<Component> parts) {

    /** Reads the components of a bill of materials in XML. */
    static List<Component> read(final Path file) throws IOException {
        try {
            final Element bom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            return inside(bom);
        } catch (final SAXException | ParserConfigurationException exception) {
            throw new IOException(file + " is not a bill of materials in XML.", exception);
        }
    }

    private static List<Component> inside(final Element element) {
        return child(element, "components").stream()
                .flatMap(components -> children(components, "component"))
                .map(Component::of)
                .toList();
    }

    private static Component of(final Element element) {
        final var licences = child(element, "licenses").stream()
                .flatMap(Component::children)
                .map(licence -> licence.getTagName().equals("license")
                        ? children(licence)
                                .findFirst()
                                .map(Element::getTextContent)
                                .orElse("")
                        : licence.getTextContent())
                .toList();
        final String hash = child(element, "hashes").stream()
                .flatMap(hashes -> children(hashes, "hash"))
                .filter(candidate -> candidate.getAttribute("alg").equals("SHA-256"))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
        return new Component(
                text(element, "name"),
                text(element, "version"),
                licences,
                text(element, "purl"),
                hash,
                inside(element));
    }

    private static String text(final Element element, final String tag) {
        return child(element, tag).map(Element::getTextContent).orElse("");
    }

    private static Optional<Element> child(final Element element, final String tag) {
        return children(element, tag).findFirst();
    }

    private static Stream<Element> children(final Element element, final String tag) {
        return children(element).filter(child -> child.getTagName().equals(tag));
    }

    private static Stream<Element> children(final Element element) {
        final NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
