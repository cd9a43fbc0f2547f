package org.jointdiffusion.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.nodes.testing.Factories;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** The options that docs/batch.md names are those of the nodes: a wrong one would be found out on a server only. */
class BatchDocumentTests {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", ".")).resolve("../../docs/batch.md");

    /** | node | `option` | type | values | */
    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| `(\\w+)` \\| (\\w+) \\| (.*) \\|");

    private static final Pattern CONSTANT = Pattern.compile("`([A-Z][A-Z0-9_]*)`");

    private static final Map<String, String> STORED_TYPES =
            Map.of("String", "xstring", "double", "xdouble", "int", "xint", "long", "xlong");

    private record Row(String node, String option, String type, List<String> constants) {}

    @Test
    void namesOptionsAndTypesThatTheNodesHave() throws Exception {
        final List<Row> rows = rows();
        assertTrue(rows.size() > 15, "rows: " + rows.size());
        for (final Row row : rows) {
            final NodeSettings settings = new NodeSettings("model");
            ParametersPersistence.save(NodeRunner.parameters(parametersOf(row.node()), null, null), settings);
            final AbstractConfigEntry entry = settings.getEntry(row.option());
            assertNotNull(entry, row::toString);
            assertEquals(STORED_TYPES.get(row.type()), entry.getType().toString(), row::toString);
        }
    }

    @Test
    void namesEveryValueOfAChoice() throws Exception {
        int choices = 0;
        for (final Row row : rows()) {
            if (!row.constants().isEmpty() && row.type().equals("String")) {
                choices++;
                final Object[] constants =
                        field(parametersOf(row.node()), row.option()).getEnumConstants();
                assertNotNull(constants, row::toString);
                assertEquals(Stream.of(constants).map(Object::toString).toList(), row.constants(), row::toString);
            }
        }
        assertTrue(choices >= 5, "choices: " + choices);
    }

    private static List<Row> rows() throws Exception {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.map(ROW::matcher)
                    .filter(matcher -> matcher.matches() && STORED_TYPES.containsKey(matcher.group(3)))
                    .map(matcher -> new Row(
                            matcher.group(1),
                            matcher.group(2),
                            matcher.group(3),
                            CONSTANT.matcher(matcher.group(4))
                                    .results()
                                    .map(constant -> constant.group(1))
                                    .toList()))
                    .toList();
        }
    }

    private static Class<? extends NodeParameters> parametersOf(final String node) {
        return Factories.all().stream()
                .map((final DefaultNodeFactory factory) -> new NodeRunner(factory))
                .filter(runner -> runner.description().name().equals(node))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no node \"" + node + "\""))
                .parametersClass();
    }

    private static Class<?> field(final Class<?> parameters, final String option) throws NoSuchFieldException {
        for (Class<?> type = parameters; type != null; type = type.getSuperclass()) {
            for (final var field : type.getDeclaredFields()) {
                if (field.getName().equals("m_" + option)) {
                    return field.getType();
                }
            }
        }
        throw new NoSuchFieldException(option);
    }
}
