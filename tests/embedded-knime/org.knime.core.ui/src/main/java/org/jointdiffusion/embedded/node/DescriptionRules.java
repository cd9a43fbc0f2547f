package org.jointdiffusion.embedded.node;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What KNIME demands of the texts that describe a node: they are well-formed fragments of XML. */
public final class DescriptionRules {

    private DescriptionRules() {}

    /**
     * Checks all texts of a node.
     *
     * @param more further texts, such as those of parameters
     * @throws IllegalStateException if one is not well-formed, for example because of a bare "&amp;" or "&lt;"
     */
    public static void check(final NodeDescription description, final Collection<String> more) {
        final List<String> texts = new ArrayList<>(more);
        texts.add(description.shortDescription());
        texts.add(description.fullDescription());
        description.ports().forEach(port -> texts.add(port.description()));
        description.resources().forEach(resource -> texts.add(resource.description()));
        try {
            final DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler()); // throws, but prints nothing
            for (final String text : texts) {
                check(description.name(), text, parser);
            }
        } catch (ParserConfigurationException exception) {
            throw new IllegalStateException("There is no XML parser.", exception);
        }
    }

    private static void check(final String node, final String text, final DocumentBuilder parser) {
        try {
            parser.parse(new InputSource(new StringReader("<fragment>" + text + "</fragment>")));
        } catch (SAXException | IOException exception) {
            throw new IllegalStateException(
                    "A description of the node \"" + node + "\" is not well-formed: " + exception.getMessage()
                            + " The text is: " + text,
                    exception);
        }
    }
}
