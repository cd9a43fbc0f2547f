package org.jointdiffusion.runtime.training;

import java.util.List;
import org.jointdiffusion.runtime.model.VectorFile;

/** Tells one training from another, so that none goes on from the checkpoint of another. */
final class CheckpointKey {

    private CheckpointKey() {}

    /**
     * The same for trainings that do the same.
     *
     * @return the SHA-256 of rows, start, settings and software version, in hexadecimal
     */
    static String of(final TrainingTask task, final TrainingSettings settings) {
        final String start = task.start()
                .map(point -> VectorFile.checksum("", List.of(point.model().weights()))
                        + point.state().map(state -> VectorFile.checksum(state.steps() + "", List.of(state.weights()))))
                .orElse("");
        return VectorFile.checksum(
                String.join(
                        "\n",
                        SoftwareVersion.current(),
                        settings.toString(),
                        task.targetName(),
                        task.outcome().name(),
                        DataFingerprint.of(task.images()),
                        task.validation().map(DataFingerprint::of).orElse(""),
                        start),
                List.of());
    }
}
