package org.jointdiffusion.runner;

import java.io.PrintWriter;
import org.jointdiffusion.runner.RunCommand.RunAction;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the arguments, runs the command and turns every error into a message and an exit code. */
final class CommandLineRunner {

    private final RunDefaults m_defaults;
    private final RunAction m_action;
    private final PrintWriter m_output;
    private final PrintWriter m_errors;

    /**
     * Creates a runner.
     *
     * @param output for the help
     * @param errors for messages about what went wrong
     */
    CommandLineRunner(
            final RunDefaults defaults, final RunAction action, final PrintWriter output, final PrintWriter errors) {
        m_defaults = defaults;
        m_action = action;
        m_output = output;
        m_errors = errors;
    }

    /** Runs the command and returns the exit code. */
    int run(final String... arguments) {
        return new CommandLine(new RunCommand(m_defaults, m_action))
                .setOut(m_output)
                .setErr(m_errors)
                .setParameterExceptionHandler(this::handleWrongArguments)
                .setExecutionExceptionHandler((exception, commandLine, parsed) -> handleFailure(exception))
                .execute(arguments);
    }

    private int handleWrongArguments(final ParameterException exception, final String[] arguments) {
        m_errors.println("run: " + exception.getMessage());
        m_errors.println("Try ./run --help.");
        m_errors.flush();
        return ExitCode.USAGE.code();
    }

    private int handleFailure(final Exception exception) throws Exception {
        if (exception instanceof RunException failure) {
            m_errors.println("run: " + failure.getMessage());
            m_errors.flush();
            return failure.exitCode().code();
        }
        throw exception;
    }
}
