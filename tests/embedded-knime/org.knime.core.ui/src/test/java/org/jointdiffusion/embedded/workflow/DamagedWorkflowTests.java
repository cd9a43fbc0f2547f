package org.jointdiffusion.embedded.workflow;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointdiffusion.embedded.workflow.TestNodes.Append;
import org.jointdiffusion.embedded.workflow.TestNodes.Broken;
import org.jointdiffusion.embedded.workflow.TestNodes.Optionals;
import org.jointdiffusion.embedded.workflow.TestNodes.Source;
import org.jointdiffusion.embedded.workflow.TestNodes.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DamagedWorkflowTests {

    @TempDir
    private Path directory;

    private static void assertMessage(final Executable action, final String... parts) {
        final String message = assertThrows(WorkflowException.class, action).getMessage();
        for (final String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void saysThatTheDirectoryDoesNotExist() {
        final Path missing = directory.resolve("nowhere");
        assertMessage(() -> Workflow.load(missing), "There is no workflow directory " + missing, "workflow.knime");
    }

    @Test
    void saysThatTheDirectoryIsNoWorkflow() {
        assertMessage(() -> Workflow.load(directory), directory + " is not a workflow");
    }

    @Test
    void namesAnUnknownNodeAndItsExtension() {
        final WorkflowFiles files =
                new WorkflowFiles(directory).node(4, "com.example.MissingNodeFactory", settings -> {});
        assertMessage(
                files::load, "\"Saved name\" (#4)", "com.example.MissingNodeFactory", "Install", "Example extension");
    }

    @Test
    void namesTheSettingThatIsMissing() {
        final WorkflowFiles files = new WorkflowFiles(directory)
                .node(1, Append.class, settings -> settings.addNodeSettings("model")
                        .addInt("count", 1));
        assertMessage(files::load, "\"Append\" (#1)", "suffix", "dialog");
    }

    @Test
    void namesAFileThatIsNoXml() throws IOException {
        Files.writeString(directory.resolve("workflow.knime"), "<config");
        assertMessage(() -> Workflow.load(directory), "workflow.knime", "cannot be read");
    }

    @Test
    void namesANodeFileThatIsMissing() throws IOException {
        final WorkflowFiles files = new WorkflowFiles(directory).node(1, Source.class);
        Files.delete(directory.resolve("Node (#1)/settings.xml"));
        assertMessage(files::load, "Node (#1)", "settings.xml");
    }

    @Test
    void namesAConnectionWithoutPort() {
        final WorkflowFiles files = new WorkflowFiles(directory)
                .node(1, Source.class)
                .node(2, Optionals.class)
                .connect(1, 1, 2, 2);
        assertMessage(files::load, "connection_0", "port 2 of the node \"Optionals\" (#2)");
    }

    @Test
    void namesAConnectionOfPortsThatDoNotFit() {
        final WorkflowFiles files = new WorkflowFiles(directory)
                .node(1, Source.class)
                .node(2, Variables.class)
                .connect(1, 1, 2, 1);
        assertMessage(files::load, "connection_0", "do not fit together");
    }

    @Test
    void saysWhyANodeCannotBeCreated() {
        final WorkflowFiles files = new WorkflowFiles(directory).node(1, Broken.class);
        assertMessage(files::load, "\"Saved name\" (#1)", "NumberFormatException", "no number");
    }

    @Test
    void namesAConnectionToANodeThatIsNotThere() {
        final WorkflowFiles files =
                new WorkflowFiles(directory).node(1, Source.class).connect(1, 1, 9, 1);
        assertMessage(files::load, "connection_0", "#9");
    }

    @Test
    void namesAPortThatIsNotConnected() throws WorkflowException {
        final Workflow workflow =
                new WorkflowFiles(directory).node(1, Append.class).load();
        assertMessage(
                () -> workflow.execute(new WorkflowListener() {}), "input port 1 (Rows)", "\"Append\" (#1)", "Connect");
    }

    @Test
    void refusesACircle() {
        final WorkflowFiles files = new WorkflowFiles(directory)
                .node(1, Append.class)
                .node(2, Append.class)
                .connect(1, 1, 2, 1)
                .connect(2, 1, 1, 1);
        assertMessage(files::load, "circle");
    }
}
