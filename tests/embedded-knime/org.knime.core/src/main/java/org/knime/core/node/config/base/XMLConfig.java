package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads and writes configurations in KNIME's XML format, as in settings.xml and workflow.knime. */
public final class XMLConfig {
    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";
    private static final Pattern ENCODED_CHARACTER = Pattern.compile("%%(\\d{5})");
    private static final char LAST_PLAIN_CHARACTER = '\ud7ff';

    private XMLConfig() {}

    /** Reads into the configuration and closes the stream. */
    public static void load(final ConfigBase config, final InputStream input)
            throws SAXException, IOException, ParserConfigurationException {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        final var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        try (input) {
            final Element root = builder.parse(input).getDocumentElement();
            config.setKey(root.getAttribute("key"));
            readEntries(config, root);
        }
    }

    static void read(final ConfigBase config, final InputStream input) throws IOException {
        try {
            load(config, input);
        } catch (final SAXException | ParserConfigurationException exception) {
            throw new IOException("The configuration is no valid XML: " + exception.getMessage(), exception);
        }
    }

    private static void readEntries(final ConfigBase config, final Element parent) throws IOException {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                final String key = element.getAttribute("key");
                switch (element.getNodeName()) {
                    case "config" -> readEntries(config.addConfigBase(key), element);
                    case "entry" -> config.addEntry(readEntry(key, element));
                    default -> throw new IOException("Unknown element <" + element.getNodeName() + ">.");
                }
            }
        }
    }

    private static AbstractConfigEntry readEntry(final String key, final Element element) throws IOException {
        final String type = element.getAttribute("type");
        final String value =
                "true".equals(element.getAttribute("isnull")) ? null : decode(element.getAttribute("value"));
        try {
            return ConfigEntries.valueOf(type).create(key, value);
        } catch (final IllegalArgumentException exception) {
            throw new IOException("The entry \"" + key + "\" has the unknown type \"" + type + "\".", exception);
        }
    }

    /** Writes the configuration and closes the stream. */
    public static void save(final ConfigBase config, final OutputStream output) throws IOException {
        try (Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8)) {
            writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<config xmlns=\"" + NAMESPACE
                    + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" + NAMESPACE
                    + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=" + quote(config.getKey()) + ">\n");
            writeEntries(config, writer, "    ");
            writer.write("</config>\n");
        }
    }

    private static void writeEntries(final ConfigBase config, final Writer writer, final String indent)
            throws IOException {
        for (final String key : config.keySet()) {
            final AbstractConfigEntry entry = config.getEntry(key);
            final String name = " key=" + quote(key);
            if (entry instanceof ConfigBase child) {
                writer.write(indent + "<config" + name + ">\n");
                writeEntries(child, writer, indent + "    ");
                writer.write(indent + "</config>\n");
            } else {
                final String value = entry.toStringValue();
                writer.write(indent + "<entry" + name + " type=\"" + entry.getType() + '"');
                writer.write(
                        value == null ? " isnull=\"true\" value=\"\"/>\n" : " value=" + quote(encode(value)) + "/>\n");
            }
        }
    }

    /** Characters that XML attributes can not hold, and the mark itself, become "%%" and five digits, as in KNIME. */
    private static String encode(final String value) {
        final StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            final char character = value.charAt(i);
            if (character < ' ' || character > LAST_PLAIN_CHARACTER || value.startsWith("%%", i)) {
                encoded.append(String.format("%%%%%05d", (int) character));
            } else {
                encoded.append(character);
            }
        }
        return encoded.toString();
    }

    private static String decode(final String value) {
        return ENCODED_CHARACTER
                .matcher(value)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1)))));
    }

    private static String quote(final String text) {
        return '"'
                + text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                + '"';
    }
}
