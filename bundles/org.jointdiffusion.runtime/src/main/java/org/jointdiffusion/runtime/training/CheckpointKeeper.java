package org.jointdiffusion.runtime.training;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the checkpoint of one training. */
final class CheckpointKeeper {

    private final CheckpointFolder folder;
    private final String key;
    private final Optional<Checkpoint> found;
    private long lastWritten = System.nanoTime();
    private Optional<String> problem = Optional.empty();

    private CheckpointKeeper(final CheckpointFolder folder, final String key, final int weights) {
        this.folder = folder;
        this.key = key;
        folder.cleanUp();
        found = folder.read(key, weights);
    }

    /** The keeper of a training, if checkpoints are asked for. */
    static Optional<CheckpointKeeper> of(final TrainingTask task, final TrainingSettings settings, final int weights) {
        return task.checkpoints()
                .map(folder -> new CheckpointKeeper(folder, CheckpointKey.of(task, settings), weights));
    }

    /** What an earlier process has left. */
    Optional<Checkpoint> found() {
        return found;
    }

    /** Writes a checkpoint if the last one is old enough; a training does not end because that fails. */
    void offer(final Supplier<Checkpoint> checkpoint) {
        if (System.nanoTime() - lastWritten < folder.between().toNanos()) {
            return;
        }
        try {
            folder.write(key, checkpoint.get());
            problem = Optional.empty();
        } catch (final IOException exception) {
            problem = Optional.of("No checkpoint could be written to \"" + folder.folder() + "\": "
                    + exception.getMessage() + ". Make space there, or let Java use another folder for temporary files"
                    + " (java.io.tmpdir).");
        }
        lastWritten = System.nanoTime();
    }

    /** A sentence for the user when the last checkpoint could not be written. */
    Optional<String> problem() {
        return problem;
    }

    /** Removes the checkpoint: the training has ended. */
    void end() {
        folder.delete(key);
    }
}
