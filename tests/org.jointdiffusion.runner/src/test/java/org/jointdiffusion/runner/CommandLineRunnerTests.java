package org.jointdiffusion.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CommandLineRunnerTests {

    private static final Path PROJECT = Path.of("project").toAbsolutePath();

    private final StringWriter m_output = new StringWriter();
    private final StringWriter m_errors = new StringWriter();
    private final List<RunRequest> m_requests = new ArrayList<>();

    private int run(final String... arguments) {
        return runWith(
                request -> {
                    m_requests.add(request);
                    return ExitCode.OK;
                },
                arguments);
    }

    private int runWith(final RunCommand.RunAction action, final String... arguments) {
        return new CommandLineRunner(
                        RunDefaults.in(PROJECT), action, new PrintWriter(m_output), new PrintWriter(m_errors))
                .run(arguments);
    }

    @Test
    void withoutArgumentsTheExampleWorkflowIsRun() {
        assertEquals(0, run());
        final var workflow = PROJECT.resolve("example-workflows/Explain fashion images");
        final var output = PROJECT.resolve("results/Explain fashion images");
        assertEquals(
                List.of(new RunRequest(workflow, List.of(), Map.of(), output, OptionalLong.empty(), RunMode.EXECUTE)),
                m_requests);
    }

    @Test
    void allOptionsAreUnderstood() {
        assertEquals(
                0,
                run(
                        "my workflows/a b",
                        "--set",
                        "A/x=1",
                        "--set=B/y=2",
                        "--variable",
                        "folder=c=d",
                        "--out",
                        "some where",
                        "--seed",
                        "-7",
                        "--check"));
        final var request = m_requests.get(0);
        assertEquals(Path.of("my workflows/a b").toAbsolutePath(), request.workflow());
        assertEquals(Path.of("some where").toAbsolutePath(), request.output());
        assertEquals(OptionalLong.of(-7), request.seed());
        assertEquals(RunMode.CHECK, request.mode());
        assertEquals(
                List.of(new ParameterAssignment("A/x", "1"), new ParameterAssignment("B/y", "2")),
                request.assignments());
        assertEquals(Map.of("folder", "c=d"), request.variables());
    }

    @Test
    void theResultsOfAnotherWorkflowGoToAFolderOfItsName() {
        run("elsewhere/Mine/");
        assertEquals(PROJECT.resolve("results/Mine"), m_requests.get(0).output());
    }

    @Test
    void helpNamesEveryOptionAndRunsNothing() {
        assertEquals(0, run("--help"));
        for (final var option : List.of("--set", "--out", "--seed", "--check", "--help", "WORKFLOW")) {
            assertTrue(m_output.toString().contains(option), option);
        }
        assertEquals(List.of(), m_requests);
    }

    @Test
    void wrongArgumentsEndWithCodeTwoAndSayWhatIsWrong() {
        assertEquals(2, run("--set", "nonsense"));
        assertTrue(m_errors.toString().contains("\"nonsense\" is not of the form"), m_errors.toString());
        assertEquals(2, run("--seed", "many"));
        assertTrue(m_errors.toString().contains("--seed"), m_errors.toString());
        assertEquals(2, run("--sead", "1"));
        assertTrue(m_errors.toString().contains("--sead"), m_errors.toString());
        assertEquals(2, run("one", "two"));
        assertEquals(List.of(), m_requests);
    }

    @Test
    void aFailureGivesItsMessageAndItsCode() {
        final var code = runWith(request -> {
            throw new RunException(ExitCode.NODE_FAILED, "The node \"Learner\" failed.");
        });
        assertEquals(4, code);
        assertEquals("run: The node \"Learner\" failed.", m_errors.toString().strip());
    }

    @Test
    void warningsGiveCodeOne() {
        assertEquals(1, runWith(request -> ExitCode.WARNINGS));
    }
}
