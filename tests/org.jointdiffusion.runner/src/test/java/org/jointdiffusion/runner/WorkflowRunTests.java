package org.jointdiffusion.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jointdiffusion.runner.progress.SparseDisplay;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowRunTests {

    @TempDir
    private Path m_folder;

    private final ByteArrayOutputStream m_output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream m_progress = new ByteArrayOutputStream();
    private Path m_workflow;
    private Path m_results;

    @BeforeEach
    void namePathsWithBlanks() {
        m_workflow = m_folder.resolve("my workflow");
        m_results = m_folder.resolve("my results").resolve("of today");
    }

    private ExitCode run(final RunMode mode, final OptionalLong seed, final String... assignments) throws RunException {
        final var display = new SparseDisplay(print(m_progress), InstantSource.system());
        return new WorkflowRun(display, print(m_output), Map.of("Java", "17"))
                .run(new RunRequest(
                        m_workflow,
                        Arrays.stream(assignments)
                                .map(ParameterAssignment::parse)
                                .toList(),
                        Map.of(),
                        m_results,
                        seed,
                        mode));
    }

    private ExitCode run(final String... assignments) throws RunException {
        return run(RunMode.EXECUTE, OptionalLong.empty(), assignments);
    }

    private RunException failure(final String... assignments) {
        return assertThrows(RunException.class, () -> run(assignments));
    }

    private static PrintStream print(final ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private JsonObject figures() throws IOException {
        return JsonParser.parseString(Files.readString(m_results.resolve("figures.json")))
                .getAsJsonObject();
    }

    private static void assertMentions(final RunException exception, final String... texts) {
        for (final var text : texts) {
            assertTrue(exception.getMessage().contains(text), exception.getMessage());
        }
    }

    @Test
    void writesFiguresAndReportAndPrintsThem() throws Exception {
        new TestWorkflow(m_workflow).add(TestNodes.Source.class).addScorer().write();
        assertEquals(ExitCode.OK, run());
        assertEquals(0.75, figures().get("accuracy").getAsDouble());
        final var report = Jsoup.parse(Files.readString(m_results.resolve("report.html")));
        assertEquals("my workflow", report.select("h1").text());
        assertEquals("75.0 %", report.select(".headline .value").text());
        final var printed = m_output.toString(StandardCharsets.UTF_8);
        assertTrue(printed.lines().anyMatch(line -> line.matches("accuracy +0\\.75")), printed);
        assertTrue(printed.contains(m_results.resolve("report.html").toString()), printed);
        final var progress = m_progress.toString(StandardCharsets.UTF_8);
        assertTrue(progress.contains("[2/2] Scorer: done"), progress);
    }

    @Test
    void setsParametersForThisRunOnly() throws Exception {
        new TestWorkflow(m_workflow).add(TestNodes.Source.class).addScorer().write();
        final var before = Files.readString(m_workflow.resolve("Node (#1)/settings.xml"));
        run("Source/pairs=a:a b:a", "Source/seed=3");
        assertEquals(0.5, figures().get("accuracy").getAsDouble());
        assertEquals(before, Files.readString(m_workflow.resolve("Node (#1)/settings.xml")));
    }

    @Test
    void theSeedReachesEveryNodeThatHasOneAndASettingOverrulesIt() throws Exception {
        new TestWorkflow(m_workflow)
                .add(TestNodes.Source.class)
                .add(TestNodes.Warning.class)
                .addScorer()
                .write();
        assertEquals(ExitCode.WARNINGS, run(RunMode.EXECUTE, OptionalLong.of(99), "Warning/Source/seed=5"));
        final var report = Jsoup.parse(Files.readString(m_results.resolve("report.html")));
        final var seeds = report.select(".nodes div:has(dt:contains(seed)) dd").eachText();
        assertEquals(List.of("5", "99"), seeds.stream().sorted().toList());
    }

    @Test
    void aWarningIsShownAndGivesCodeOne() throws Exception {
        new TestWorkflow(m_workflow).add(TestNodes.Warning.class).write();
        assertEquals(ExitCode.WARNINGS, run());
        assertTrue(m_progress.toString(StandardCharsets.UTF_8).contains("Warning: One pair is odd."));
    }

    @Test
    void aWorkflowThatDoesNotExistIsNamed() {
        final var exception = failure();
        assertEquals(ExitCode.USAGE, exception.exitCode());
        assertMentions(exception, m_workflow.toString(), "does not exist", "workflow.knime");
    }

    @Test
    void aFolderThatIsNoWorkflowIsNamed() throws IOException {
        Files.createDirectories(m_workflow);
        final var exception = failure();
        assertEquals(ExitCode.LOAD_ERROR, exception.exitCode());
        assertMentions(exception, m_workflow.toString(), "workflow.knime");
    }

    @Test
    void anUnknownNodeInTheWorkflowIsNamed() throws IOException {
        new TestWorkflow(m_workflow).add("com.example.NobodyNodeFactory", "").write();
        final var exception = failure();
        assertEquals(ExitCode.LOAD_ERROR, exception.exitCode());
        assertMentions(exception, "Node 1", "com.example.NobodyNodeFactory", "Tests");
        assertFalse(Files.exists(m_results));
    }

    @Test
    void aFailingNodeGivesItsMessageAndTheResultsOfTheOthers() throws Exception {
        new TestWorkflow(m_workflow)
                .add(TestNodes.Failing.class)
                .add(TestNodes.Source.class)
                .addScorer()
                .write();
        final var exception = failure();
        assertEquals(ExitCode.NODE_FAILED, exception.exitCode());
        assertMentions(exception, "Failing", "The column \"Image\" is missing.");
        assertEquals(0.75, figures().get("accuracy").getAsDouble());
        final var report = Jsoup.parse(Files.readString(m_results.resolve("report.html")));
        assertEquals(
                "Failing: The column \"Image\" is missing.",
                report.select("[role=alert]").text());
    }

    @Test
    void anUnknownNodeInAnAssignmentGetsAListOfTheNodes() throws IOException {
        new TestWorkflow(m_workflow).add(TestNodes.Source.class).addScorer().write();
        final var exception = failure("Sauce/seed=3");
        assertEquals(ExitCode.USAGE, exception.exitCode());
        assertMentions(exception, "\"Sauce\"", "\"Source\"", "\"Scorer\"");
    }

    @Test
    void anUnknownParameterGetsAListOfTheParameters() throws IOException {
        new TestWorkflow(m_workflow).add(TestNodes.Source.class).write();
        final var exception = failure("Source/sede=3");
        assertEquals(ExitCode.USAGE, exception.exitCode());
        assertMentions(exception, "\"sede\"", "pairs, seed");
    }

    @Test
    void aValueThatDoesNotFitIsNamed() throws IOException {
        new TestWorkflow(m_workflow).add(TestNodes.Source.class).write();
        final var exception = failure("Source/seed=many");
        assertEquals(ExitCode.USAGE, exception.exitCode());
        assertMentions(exception, "\"seed\"", "\"many\"");
    }

    @Test
    void aCheckLoadsAndSetsButExecutesNothing() throws Exception {
        new TestWorkflow(m_workflow).add(TestNodes.Failing.class).write();
        assertEquals(ExitCode.OK, run(RunMode.CHECK, OptionalLong.empty(), "Failing/seed=3"));
        assertFalse(Files.exists(m_results));
        assertEquals(
                ExitCode.USAGE,
                assertThrows(RunException.class, () -> run(RunMode.CHECK, OptionalLong.empty(), "Failing/nothing=3"))
                        .exitCode());
    }

    @Test
    void aFolderForTheResultsThatCannotBeMadeIsNamed() throws IOException {
        new TestWorkflow(m_workflow).add(TestNodes.Source.class).write();
        Files.writeString(m_folder.resolve("my results"), "a file in the way");
        final var exception = failure();
        assertEquals(ExitCode.USAGE, exception.exitCode());
        assertMentions(exception, m_results.toString(), "--out");
    }
}
