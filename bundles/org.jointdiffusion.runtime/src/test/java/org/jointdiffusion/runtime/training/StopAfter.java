package org.jointdiffusion.runtime.training;

import java.nio.file.Path;
import java.time.Duration;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;

/** Breaks off a training after some steps. */
final class StopAfter implements ProgressMonitor {

    /** The exit code of a process that was killed. */
    static final int KILLED = 137;

    /** How it is broken off. */
    enum How {
        NOT,
        CANCEL,
        /** Without a word to anybody, as by the operating system. */
        KILL
    }

    private final int steps;
    private final How how;
    private int reports;

    StopAfter(final int steps, final How how) {
        this.steps = steps;
        this.how = how;
    }

    /** A process that is killed in the middle of a training; the argument is the folder of its checkpoints. */
    public static void main(final String[] arguments) throws TrainingException {
        JointTraining.train(
                CheckpointTests.task().keepingCheckpoints(new CheckpointFolder(Path.of(arguments[0]), Duration.ZERO)),
                CheckpointTests.settings(),
                new StopAfter(50, How.KILL));
    }

    /** How many steps were reported. */
    int reports() {
        return reports;
    }

    @Override
    public void report(final double fraction, final String message) {
        if (message.startsWith("Step ")) {
            reports++;
        }
    }

    @Override
    public void checkCancelled() {
        if (how == How.NOT || reports < steps) {
            return;
        }
        if (how == How.KILL) {
            Runtime.getRuntime().halt(KILLED);
        }
        throw new CancelledException();
    }
}
