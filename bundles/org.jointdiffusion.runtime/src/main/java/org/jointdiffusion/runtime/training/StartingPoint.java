package org.jointdiffusion.runtime.training;

import java.util.Optional;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.TrainingState;

/**
 * A trained model from which a training goes on.
 *
 * @param model the model; it stays as it is
 * @param state where its training ended; without it the averaged weights are the start, and the optimizer begins anew
 */
public record StartingPoint(JointModel model, Optional<TrainingState> state) {

    /** Checks that the state is one of the model's network; throws {@link IllegalArgumentException}. */
    public StartingPoint {
        if (state.isPresent() && state.get().weights().length != model.weights().length) {
            throw new IllegalArgumentException("The training state has "
                    + state.get().weights().length + " weights, but the model " + model.weights().length + ".");
        }
    }

    /** A model of whose training nothing else is known. */
    public static StartingPoint of(final JointModel model) {
        return new StartingPoint(model, Optional.empty());
    }
}
