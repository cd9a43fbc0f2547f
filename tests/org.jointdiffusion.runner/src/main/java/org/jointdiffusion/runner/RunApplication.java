package org.jointdiffusion.runner;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.jointdiffusion.runner.progress.ProgressDisplay;
import org.jointdiffusion.runner.progress.SparseDisplay;
import org.jointdiffusion.runner.progress.UpdatingDisplay;
import org.osgi.framework.FrameworkUtil;

/**
 * Executes a workflow headless: the program behind {@code ./run}.
 *
 * <p>The script tells it by system properties where the project lies ({@code jointdiffusion.project}) and, if the
 * progress goes to a terminal, how wide that is ({@code jointdiffusion.columns}).
 */
public final class RunApplication implements IApplication {

    @Override
    public Object start(final IApplicationContext context) {
        final var arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        final var environment = RunEnvironment.describe(
                FrameworkUtil.getBundle(RunApplication.class).getBundleContext());
        final var run = new WorkflowRun(display(), System.out, environment);
        final var project =
                Path.of(System.getProperty("jointdiffusion.project", "")).toAbsolutePath();
        return new CommandLineRunner(
                        RunDefaults.in(project),
                        run::run,
                        new PrintWriter(System.out, true),
                        new PrintWriter(System.err, true))
                .run(arguments);
    }

    private static ProgressDisplay display() {
        final int columns = Integer.getInteger("jointdiffusion.columns", 0);
        return columns > 0
                ? new UpdatingDisplay(System.err, columns)
                : new SparseDisplay(System.err, InstantSource.system());
    }

    @Override
    public void stop() {
        // the interruption of a run is handled where the run is known
    }
}
