package org.jointdiffusion.runner;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The command line of {@code ./run}. */
@Command(
        name = "run",
        customSynopsis = "./run [WORKFLOW] [--set \"NODE/PARAMETER=VALUE\"]... [--variable \"NAME=VALUE\"]..."
                + " [--out DIR] [--seed N] [--check] [--help]",
        sortOptions = false,
        description = {
            "",
            "Executes a KNIME workflow without a window and writes its figures and a report.",
            "",
            "The workflow runs in the project's embedded test host, which stands in for KNIME.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./run",
            "  ./run --set \"Joint Diffusion Learner/maximumMinutes=30\" --out long",
            "  ./run \"example-workflows/Explain with a ready model\" --seed 7",
            "",
            "Exit codes: 0 done, 1 done with warnings, 2 wrong arguments, "
                    + "3 the workflow cannot be loaded, 4 a node failed."
        })
final class RunCommand implements Callable<Integer> {

    private final RunDefaults m_defaults;
    private final RunAction m_action;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WORKFLOW",
            description = "The workflow's directory (the one with the file workflow.knime). "
                    + "Default: example-workflows/Explain fashion images")
    private Path m_workflow;

    @Option(
            names = "--set",
            paramLabel = "\"NODE/PARAMETER=VALUE\"",
            converter = AssignmentConverter.class,
            description = "Sets a parameter of a node for this run; may be given several times. "
                    + "A wrong name gets a list of the right ones.")
    private List<ParameterAssignment> m_assignments = List.of();

    @Option(
            names = "--variable",
            paramLabel = "\"NAME=VALUE\"",
            description = "Sets a flow variable of the workflow for this run; may be given several times.")
    private Map<String, String> m_variables = Map.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where figures.json, report.html and the views are written. " + "Default: results/<workflow>")
    private Path m_output;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of every node that has one.")
    private Long m_seed;

    @Option(
            names = "--check",
            description = "Only loads the workflow and sets the parameters, to see whether everything fits together.")
    private boolean m_checkOnly;

    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean m_help;

    /** What the command does once its arguments are understood. */
    interface RunAction {
        ExitCode run(RunRequest request) throws RunException;
    }

    RunCommand(final RunDefaults defaults, final RunAction action) {
        m_defaults = defaults;
        m_action = action;
    }

    @Override
    public Integer call() throws RunException {
        final var workflow = m_workflow == null
                ? m_defaults.workflow()
                : m_workflow.toAbsolutePath().normalize();
        final var output = m_output == null
                ? m_defaults.results().resolve(workflow.getFileName())
                : m_output.toAbsolutePath().normalize();
        final var seed = m_seed == null ? OptionalLong.empty() : OptionalLong.of(m_seed);
        return m_action.run(new RunRequest(
                        workflow,
                        m_assignments,
                        m_variables,
                        output,
                        seed,
                        m_checkOnly ? RunMode.CHECK : RunMode.EXECUTE))
                .code();
    }

    /** Reads a {@code --set} argument. */
    private static final class AssignmentConverter implements ITypeConverter<ParameterAssignment> {
        @Override
        public ParameterAssignment convert(final String text) {
            try {
                return ParameterAssignment.parse(text);
            } catch (final IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
