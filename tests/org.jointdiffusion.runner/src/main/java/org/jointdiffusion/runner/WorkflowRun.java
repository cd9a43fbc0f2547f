package org.jointdiffusion.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.embedded.workflow.Workflow;
import org.jointdiffusion.embedded.workflow.WorkflowException;
import org.jointdiffusion.embedded.workflow.WorkflowNode;
import org.jointdiffusion.runner.figures.FigureCollector;
import org.jointdiffusion.runner.figures.FiguresFile;
import org.jointdiffusion.runner.progress.ProgressDisplay;
import org.jointdiffusion.runner.progress.RunProgress;
import org.jointdiffusion.runner.report.ReportFile;
import org.jointdiffusion.runner.result.RunReader;
import org.jointdiffusion.runner.result.RunResult;

/** Loads a workflow, sets what the user wants set, executes it and writes its results. */
final class WorkflowRun {

    private static final String SEED = "seed";

    private final ProgressDisplay m_display;
    private final PrintStream m_output;
    private final Map<String, String> m_environment;

    /**
     * Creates a run.
     *
     * @param display shows the progress
     * @param output gets the figures
     * @param environment what the report says about the machine and the versions
     */
    WorkflowRun(final ProgressDisplay display, final PrintStream output, final Map<String, String> environment) {
        m_display = display;
        m_output = output;
        m_environment = environment;
    }

    /**
     * Runs a workflow, unless the user presses Ctrl-C; the results of the nodes that were executed are written even if
     * another one failed.
     */
    ExitCode run(final RunRequest request) throws RunException {
        final var workflow = load(request.workflow());
        setParameters(workflow, request);
        if (request.mode() == RunMode.CHECK) {
            m_output.println("The workflow \"" + workflow.name() + "\" with "
                    + workflow.nodes().size() + " nodes was loaded and can be executed.");
            return ExitCode.OK;
        }
        createFolder(request.output());
        final var errors = new HashMap<Integer, String>();
        final var started = ZonedDateTime.now();
        m_display.line(
                "Executing \"" + workflow.name() + "\": " + workflow.nodes().size() + " nodes");
        final var progress = new RunProgress(m_display, workflow.nodes().size(), InstantSource.system());
        final var interruption = new Interruption(workflow::cancel, m_display);
        try {
            workflow.execute(new ListenerOfRun(progress, errors));
        } catch (final WorkflowException e) {
            if (e.isCanceled() || interruption.hasHappened()) {
                return ExitCode.CANCELLED;
            }
            write(result(workflow, started, errors), request.output());
            throw new RunException(ExitCode.NODE_FAILED, e.getMessage(), e);
        } finally {
            interruption.end();
        }
        write(result(workflow, started, errors), request.output());
        return workflow.nodes().stream().anyMatch(node -> node.warning().isPresent()) ? ExitCode.WARNINGS : ExitCode.OK;
    }

    private static Workflow load(final Path directory) throws RunException {
        if (!Files.exists(directory)) {
            throw new RunException(
                    ExitCode.USAGE,
                    "The workflow directory " + directory
                            + " does not exist. Give the directory that holds the file workflow.knime.");
        }
        try {
            return Workflow.load(directory);
        } catch (final WorkflowException e) {
            throw new RunException(ExitCode.LOAD_ERROR, e.getMessage(), e);
        }
    }

    private static void setParameters(final Workflow workflow, final RunRequest request) throws RunException {
        try {
            if (request.seed().isPresent()) {
                for (final WorkflowNode node : workflow.nodes()) {
                    if (node.settings().containsKey(SEED)) {
                        workflow.setParameter(
                                "#" + node.id(),
                                SEED,
                                Long.toString(request.seed().getAsLong()));
                    }
                }
            }
            for (final var variable : request.variables().entrySet()) {
                workflow.setVariable(variable.getKey(), variable.getValue());
            }
            for (final var assignment : request.assignments()) {
                final var target = assignment.resolve(name -> isNode(workflow, name));
                workflow.setParameter(target.node(), target.parameter(), assignment.value());
            }
        } catch (final WorkflowException e) {
            throw new RunException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    private static boolean isNode(final Workflow workflow, final String name) {
        try {
            workflow.node(name);
            return true;
        } catch (final WorkflowException e) {
            return false;
        }
    }

    private RunResult result(final Workflow workflow, final ZonedDateTime started, final Map<Integer, String> errors) {
        final var nodes = workflow.nodes().stream()
                .map(node -> RunReader.read(node, Optional.ofNullable(errors.get(node.id()))))
                .toList();
        return new RunResult(
                workflow.name(), started, Duration.between(started, ZonedDateTime.now()), nodes, m_environment);
    }

    private static void createFolder(final Path folder) throws RunException {
        try {
            Files.createDirectories(folder);
        } catch (final IOException e) {
            throw new RunException(
                    ExitCode.USAGE,
                    "The folder for the results, " + folder + ", cannot be made: " + e.getMessage()
                            + ". Name another one with --out.",
                    e);
        }
    }

    private void write(final RunResult result, final Path folder) throws RunException {
        final var figures = FigureCollector.collect(result);
        final var figuresFile = folder.resolve("figures.json");
        final var views = new ArrayList<Path>();
        final var reportFile = folder.resolve("report.html");
        try {
            FiguresFile.write(figures, figuresFile);
            ReportFile.write(result, figures, reportFile);
            for (final var node : result.nodes()) {
                if (node.view().isPresent()) {
                    final var viewFile = folder.resolve(result.viewFile(node).orElseThrow());
                    Files.writeString(viewFile, node.view().get());
                    views.add(viewFile);
                }
            }
        } catch (final IOException e) {
            throw new RunException(
                    ExitCode.NODE_FAILED,
                    "The results cannot be written to " + folder + ": " + e.getMessage()
                            + ". Is there space left, and may you write there?",
                    e);
        }
        m_output.println();
        figures.values().forEach((name, number) -> m_output.printf("%-26s %s%n", name, number));
        m_output.println();
        m_output.println(figuresFile);
        m_output.println(reportFile);
        views.forEach(m_output::println);
    }
}
