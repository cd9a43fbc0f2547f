package org.jointdiffusion.embedded.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

class ParametersPersistenceTests {

    enum Mode {
        FAST,
        SLOW
    }

    abstract static class Inherited implements NodeParameters {
        Mode m_mode = Mode.SLOW;
    }

    static final class AllKinds extends Inherited {
        int m_count = 3;
        long m_seed = 42;
        double m_rate = 0.5;
        boolean m_switch = true;
        String m_name = "a<b";
        String m_empty;
        String[] m_names = {"x", "y"};
        Optional<Double> m_strength = Optional.of(1.5);
        Optional<Integer> m_steps = Optional.empty();
        Optional<String> m_title = Optional.empty();
        Group m_group = new Group();
        Group[] m_groups = {new Group(), new Group()};
        Void m_message;
        static int s_notStored = 1;
        transient int m_notStored = 1;
        private int m_hidden = 1;
    }

    static final class Group implements NodeParameters {
        @Persist(configKey = "class_column")
        String m_column = "c";
    }

    @Test
    void storesTheEntriesOfKnime() throws IOException {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(new AllKinds(), settings);
        final ByteArrayOutputStream xml = new ByteArrayOutputStream();
        settings.saveToXML(xml);
        final List<String> lines = xml.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<entry") || line.startsWith("<config key") || line.equals("</config>"))
                .toList();
        assertEquals(
                List.of(
                        "<entry key=\"mode\" type=\"xstring\" value=\"SLOW\"/>",
                        "<entry key=\"count\" type=\"xint\" value=\"3\"/>",
                        "<entry key=\"seed\" type=\"xlong\" value=\"42\"/>",
                        "<entry key=\"rate\" type=\"xdouble\" value=\"0.5\"/>",
                        "<entry key=\"switch\" type=\"xboolean\" value=\"true\"/>",
                        "<entry key=\"name\" type=\"xstring\" value=\"a&lt;b\"/>",
                        "<entry key=\"empty\" type=\"xstring\" isnull=\"true\" value=\"\"/>",
                        "<config key=\"names\">",
                        "<entry key=\"array-size\" type=\"xint\" value=\"2\"/>",
                        "<entry key=\"0\" type=\"xstring\" value=\"x\"/>",
                        "<entry key=\"1\" type=\"xstring\" value=\"y\"/>",
                        "</config>",
                        "<entry key=\"strength\" type=\"xdouble\" value=\"1.5\"/>",
                        "<entry key=\"strength_is_present\" type=\"xboolean\" value=\"true\"/>",
                        "<entry key=\"steps\" type=\"xint\" value=\"0\"/>",
                        "<entry key=\"steps_is_present\" type=\"xboolean\" value=\"false\"/>",
                        "<entry key=\"title\" type=\"xstring\" isnull=\"true\" value=\"\"/>",
                        "<entry key=\"title_is_present\" type=\"xboolean\" value=\"false\"/>",
                        "<config key=\"group\">",
                        "<entry key=\"class_column\" type=\"xstring\" value=\"c\"/>",
                        "</config>",
                        "<config key=\"groups\">",
                        "<config key=\"0\">",
                        "<entry key=\"class_column\" type=\"xstring\" value=\"c\"/>",
                        "</config>",
                        "<config key=\"1\">",
                        "<entry key=\"class_column\" type=\"xstring\" value=\"c\"/>",
                        "</config>",
                        "</config>",
                        "</config>"),
                lines);
    }

    @Test
    void loadsWhatItSaved() throws InvalidSettingsException {
        final AllKinds saved = new AllKinds();
        saved.m_mode = Mode.FAST;
        saved.m_seed = -1;
        saved.m_names = new String[0];
        saved.m_steps = Optional.of(7);
        saved.m_strength = Optional.empty();
        saved.m_group.m_column = null;
        saved.m_groups[1].m_column = "second";
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(saved, settings);

        final AllKinds loaded = ParametersPersistence.load(AllKinds.class, settings);

        assertEquals(Mode.FAST, loaded.m_mode);
        assertEquals(-1, loaded.m_seed);
        assertArrayEquals(new String[0], loaded.m_names);
        assertEquals(Optional.of(7), loaded.m_steps);
        assertEquals(Optional.empty(), loaded.m_strength);
        assertNull(loaded.m_group.m_column);
        assertEquals("second", loaded.m_groups[1].m_column);
    }

    @Test
    void namesTheMissingEntry() {
        final InvalidSettingsException exception = assertThrows(
                InvalidSettingsException.class,
                () -> ParametersPersistence.load(Group.class, new NodeSettings("model")));
        assertTrue(exception.getMessage().contains("class_column"), exception.getMessage());
    }

    @Test
    void namesTheConstantsOfAnUnknownChoice() {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(new AllKinds(), settings);
        settings.addString("mode", "MEDIUM");
        final InvalidSettingsException exception = assertThrows(
                InvalidSettingsException.class, () -> ParametersPersistence.load(AllKinds.class, settings));
        assertEquals(
                "The setting \"mode\" has the value \"MEDIUM\", which is none of [FAST, SLOW].",
                exception.getMessage());
    }

    @Test
    void anOptionalWithoutPresenceEntryIsPresent() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(new AllKinds(), settings);
        final NodeSettings older = new NodeSettings("model");
        for (final String key : settings.keySet()) {
            if (!key.equals("steps_is_present")) {
                older.addEntry(settings.getEntry(key));
            }
        }
        assertEquals(Optional.of(0), ParametersPersistence.load(AllKinds.class, older).m_steps);
    }

    static final class Later implements NodeParameters {
        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 5;

        @Migration(AddedLater.class)
        String m_defaulted = "field";

        @Migration(FromOldKey.class)
        int m_renamed = 1;
    }

    static final class AddedLater implements DefaultProvider<String> {
        @Override
        public String getDefault() {
            return "migrated";
        }
    }

    static final class FromOldKey implements NodeParametersMigration<Integer> {
        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(ConfigMigration.builder(settings -> settings.getInt("old") * 10)
                    .withDeprecatedConfigPath("old")
                    .build());
        }
    }

    @LoadDefaultsForAbsentFields
    static final class AllLater implements NodeParameters {
        int m_first = 1;
        String m_second = "two";
    }

    @Test
    void readsTheEntriesOfEarlierVersions() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("old", 4);
        final Later loaded = ParametersPersistence.load(Later.class, settings);
        assertEquals(5, loaded.m_added);
        assertEquals("migrated", loaded.m_defaulted);
        assertEquals(40, loaded.m_renamed);
        assertEquals("two", ParametersPersistence.load(AllLater.class, settings).m_second);
    }

    @Test
    void prefersPresentEntriesToMigrations() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("added", 6);
        settings.addString("defaulted", "stored");
        settings.addInt("renamed", 7);
        final Later loaded = ParametersPersistence.load(Later.class, settings);
        assertEquals(6, loaded.m_added);
        assertEquals("stored", loaded.m_defaulted);
        assertEquals(7, loaded.m_renamed);
    }

    static final class Persisted implements NodeParameters {
        @Persistor(AsText.class)
        int m_number = 12;
    }

    static final class AsText implements NodeParametersPersistor<Integer> {
        @Override
        public Integer load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return Integer.parseInt(settings.getString("text"));
        }

        @Override
        public void save(final Integer param, final NodeSettingsWO settings) {
            settings.addString("text", param.toString());
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][] {{"text"}};
        }
    }

    @Test
    void usesThePersistorOfAField() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(new Persisted(), settings);
        assertEquals("12", settings.getString("text"));
        assertEquals(12, ParametersPersistence.load(Persisted.class, settings).m_number);
    }

    static final class Guessing implements NodeParameters {
        String m_column;

        Guessing() {}

        Guessing(final NodeParametersInput input) {
            m_column = ColumnSelectionUtil.getStringColumnsOfFirstPort(input)
                    .get(0)
                    .getName();
        }
    }

    @Test
    void guessesFromTheInputOnlyWhenCreated() throws InvalidSettingsException {
        final DataTableSpec spec =
                new DataTableSpec(Tables.column("d", DoubleCell.TYPE), Tables.column("s", StringCell.TYPE));
        assertEquals("s", ParametersPersistence.create(Guessing.class, PortInput.ofSpecs(spec)).m_column);
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(new Guessing(), settings);
        assertNull(ParametersPersistence.load(Guessing.class, settings).m_column);
    }
}
