package org.knime.core.node.config.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

class SettingsFileTests {
    private static String write(final NodeSettings settings) throws IOException {
        final ByteArrayOutputStream output = new ByteArrayOutputStream();
        settings.saveToXML(output);
        return output.toString(StandardCharsets.UTF_8);
    }

    private static NodeSettingsRO read(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static NodeSettingsRO readEntries(final String entries) throws IOException {
        return read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><config key=\"model\">" + entries + "</config>");
    }

    @Test
    void keepsAllTypesAndTheirOrder() throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        settings.addString("text", "a \"quoted\" <text> & more");
        settings.addString("nothing", null);
        settings.addInt("int", -3);
        settings.addLong("long", 1L << 40);
        settings.addDouble("double", 0.1);
        settings.addBoolean("boolean", true);
        settings.addStringArray("strings", "a", null);
        settings.addIntArray("ints", 1, 2);
        settings.addStringArray("no array", (String[]) null);
        settings.addDataType("type", StringCell.TYPE);
        settings.addNodeSettings("inner").addDouble("infinite", Double.NEGATIVE_INFINITY);
        final NodeSettingsRO loaded = read(write(settings));
        assertEquals("model", loaded.getKey());
        assertEquals(List.copyOf(settings.keySet()), List.copyOf(loaded.keySet()));
        assertEquals("a \"quoted\" <text> & more", loaded.getString("text"));
        assertNull(loaded.getString("nothing"));
        assertEquals(-3, loaded.getInt("int"));
        assertEquals(1L << 40, loaded.getLong("long"));
        assertEquals(0.1, loaded.getDouble("double"));
        assertTrue(loaded.getBoolean("boolean"));
        assertArrayEquals(new String[] {"a", null}, loaded.getStringArray("strings"));
        assertArrayEquals(new int[] {1, 2}, loaded.getIntArray("ints"));
        assertNull(loaded.getStringArray("no array"));
        assertEquals(StringCell.TYPE, loaded.getDataType("type"));
        assertEquals(Double.NEGATIVE_INFINITY, loaded.getNodeSettings("inner").getDouble("infinite"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two\nlines\tand a tab",
                "100%%",
                "%%%",
                "%%00010",
                "emoji \uD83D\uDE00",
                "\u00e4 \u4e2d"
            })
    void keepsEveryCharacter(final String text) throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        settings.addString("text", text);
        assertEquals(text, read(write(settings)).getString("text"));
    }

    @Test
    void writesWhatKnimeWrites() throws Exception {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("line", "a\nb");
        settings.addString("nothing", null);
        settings.addBooleanArray("flags", true);
        final String xml = write(settings).replaceAll("\\s*\\R\\s*", "");
        assertTrue(
                xml.endsWith("key=\"settings.xml\"><entry key=\"line\" type=\"xstring\" value=\"a%%00010b\"/>"
                        + "<entry key=\"nothing\" type=\"xstring\" isnull=\"true\" value=\"\"/><config key=\"flags\">"
                        + "<entry key=\"array-size\" type=\"xint\" value=\"1\"/>"
                        + "<entry key=\"0\" type=\"xboolean\" value=\"true\"/></config></config>"),
                xml);
    }

    @Test
    void namesTheKeyThatIsMissingOrOfAnotherType() throws Exception {
        final NodeSettingsRO settings = readEntries("<entry key=\"seed\" type=\"xint\" value=\"5\"/>");
        final String message = assertThrows(InvalidSettingsException.class, () -> settings.getLong("seed"))
                .getMessage();
        assertTrue(message.contains("\"seed\""), message);
        assertThrows(InvalidSettingsException.class, () -> settings.getString("absent"));
        assertThrows(InvalidSettingsException.class, () -> settings.getNodeSettings("seed"));
        assertEquals(7, settings.getLong("seed", 7));
        assertArrayEquals(new String[] {"x"}, settings.getStringArray("absent", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<entry key=\"a\" type=\"xstrin\" value=\"5\"/>",
                "<item key=\"a\" type=\"xint\" value=\"5\"/>",
                "<entry key=\"a\" type=\"xint\" value=\"5\">"
            })
    void refusesFilesOfAnotherFormat(final String entries) {
        assertThrows(IOException.class, () -> readEntries(entries));
    }

    @Test
    void refusesExternalEntities() {
        assertThrows(
                IOException.class,
                () -> read("<!DOCTYPE c [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><config key=\"a\">"
                        + "<entry key=\"b\" type=\"xstring\" value=\"&e;\"/></config>"));
    }

    @Test
    void refusesArraysThatAreNotThere() throws Exception {
        final NodeSettingsRO settings = readEntries("<config key=\"names\"><entry key=\"array-size\" type=\"xint\""
                + " value=\"3\"/><entry key=\"0\" type=\"xstring\" value=\"a\"/></config>");
        assertThrows(InvalidSettingsException.class, () -> settings.getStringArray("names"));
    }

    @Test
    void copiesInnerSettings() throws Exception {
        final NodeSettings source = new NodeSettings("source");
        source.addNodeSettings("inner").addString("text", "x");
        final NodeSettings target = new NodeSettings("target");
        source.copyTo(target);
        source.getNodeSettings("inner").addString("text", "changed");
        assertEquals("x", target.getNodeSettings("inner").getString("text"));
        assertEquals(
                ConfigEntries.xstring,
                target.getNodeSettings("inner").getEntry("text").getType());
    }

    @Test
    void keepsDataTypesThatNoCellClassHas() throws Exception {
        final DataType mixed = DataType.getCommonSuperType(StringCell.TYPE, org.knime.core.data.def.DoubleCell.TYPE);
        final NodeSettings settings = new NodeSettings("model");
        settings.addDataType("type", mixed);
        assertEquals(mixed, read(write(settings)).getDataType("type"));
    }
}
