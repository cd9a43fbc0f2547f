package org.jointdiffusion.embedded.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.embedded.workflow.TestNodes.Append;
import org.jointdiffusion.embedded.workflow.TestNodes.AppendParameters;
import org.jointdiffusion.embedded.workflow.TestNodes.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettingsWO;

class FlowVariablesTests {

    @TempDir
    private Path directory;

    private WorkflowFiles files;

    @BeforeEach
    void makeAWorkflowWithVariables() {
        files = new WorkflowFiles(directory)
                .variable("text", "STRING", variable -> variable.addString("value", "?"))
                .variable("number", "INTEGER", variable -> variable.addInt("value", 2))
                .variable("share", "DOUBLE", variable -> variable.addDouble("value", 0.5))
                .node(1, Source.class)
                .connect(1, 1, 2, 1);
    }

    /** Settings that say "!" once, and variables that overwrite them. */
    private static Consumer<NodeSettingsWO> using(final String suffixVariable, final String countVariable) {
        return settings -> {
            final AppendParameters parameters = new AppendParameters();
            parameters.m_suffix = "!";
            parameters.m_count = 1;
            ParametersPersistence.save(parameters, settings.addNodeSettings("model"));
            final NodeSettingsWO variables = settings.addNodeSettings("variables");
            variables.addString("version", "V_2019_09_13");
            final NodeSettingsWO tree = variables.addNodeSettings("tree");
            use(tree.addNodeSettings("suffix"), suffixVariable);
            use(tree.addNodeSettings("count"), countVariable);
        };
    }

    private static void use(final NodeSettingsWO setting, final String variable) {
        setting.addString("used_variable", variable);
        setting.addString("exposed_variable", null);
    }

    private static List<String> run(final Workflow workflow) throws WorkflowException {
        workflow.execute(new WorkflowListener() {});
        return Tables.rows((BufferedDataTable) workflow.node("2").output(1));
    }

    private static void assertMentions(final WorkflowException exception, final String... texts) {
        for (final String text : texts) {
            assertTrue(exception.getMessage().contains(text), exception.getMessage());
        }
    }

    @Test
    void variablesOverwriteTheSettingsThatUseThem() throws WorkflowException {
        final String expected =
                run(files.node(2, Append.class, using(null, null)).load()).get(0);
        assertTrue(expected.endsWith("!") && !expected.endsWith("!!"), expected);
        final String overwritten =
                run(files.node(2, Append.class, using("text", "number")).load()).get(0);
        assertEquals(expected.substring(0, expected.length() - 1) + "??", overwritten);
    }

    @Test
    void anotherValueIsUsedEverywhere() throws WorkflowException {
        final Workflow workflow =
                files.node(2, Append.class, using("text", "number")).load();
        workflow.setVariable("number", "3");
        workflow.setVariable("text", "+");
        assertTrue(run(workflow).get(0).endsWith("+++"));
    }

    @Test
    void unknownVariablesAreRefusedWithTheKnownOnes() throws WorkflowException {
        final Workflow workflow =
                files.node(2, Append.class, using("text", null)).load();
        assertMentions(
                assertThrows(WorkflowException.class, () -> workflow.setVariable("texts", "+")),
                "\"texts\"",
                "text, number, share");
        files.node(2, Append.class, using("other", null));
        assertMentions(assertThrows(WorkflowException.class, files::load), "\"suffix\"", "\"other\"");
    }

    @Test
    void valuesThatDoNotFitAreRefused() throws WorkflowException {
        final Workflow workflow =
                files.node(2, Append.class, using(null, "number")).load();
        assertMentions(
                assertThrows(WorkflowException.class, () -> workflow.setVariable("number", "many")),
                "\"number\"",
                "\"many\"");
        files.node(2, Append.class, using(null, "share"));
        assertMentions(assertThrows(WorkflowException.class, files::load), "0.5");
    }

    @Test
    void aSettingThatAVariableOverwritesCannotBeSetItself() throws WorkflowException {
        final Workflow workflow =
                files.node(2, Append.class, using("text", null)).load();
        workflow.setParameter("2", "count", "2");
        assertMentions(
                assertThrows(WorkflowException.class, () -> workflow.setParameter("2", "suffix", "+")),
                "flow variable \"text\"");
    }

    @Test
    void kindsThatTheHostDoesNotKnowAreNamed() {
        files.node(2, Append.class, using(null, null)).variable("path", "PATH", variable -> {});
        assertMentions(assertThrows(WorkflowException.class, files::load), "\"path\"", "PATH");
    }
}
