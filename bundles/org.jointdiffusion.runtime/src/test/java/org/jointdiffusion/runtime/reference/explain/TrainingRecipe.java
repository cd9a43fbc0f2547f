package org.jointdiffusion.runtime.reference.explain;

import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.training.Augmentation;
import org.jointdiffusion.runtime.training.OptimizerSettings;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingSettings;
import org.jointdiffusion.runtime.training.ValidationSettings;

/** How the models of this benchmark are trained on Fashion-MNIST. */
final class TrainingRecipe {

    /** Weighs the cross entropy against the diffusion loss. */
    private static final double CLASSIFICATION_WEIGHT = 0.1;

    private static final double AVERAGE_DECAY = 0.999;

    private TrainingRecipe() {}

    /**
     * The small preset; garments may be mirrored.
     *
     * @param heldOut the share of the labelled rows that chooses the best weights and calibrates
     */
    static TrainingSettings settings(final TrainingBudget budget, final double heldOut, final long seed) {
        return TrainingSettings.of(NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), FashionData.NAMES.size()))
                .withBudget(budget)
                .withOptimizer(OptimizerSettings.DEFAULT
                        .withClassificationWeight(CLASSIFICATION_WEIGHT)
                        .withAverageDecay(AVERAGE_DECAY))
                .withAugmentation(Augmentation.DEFAULT.withFlip(Augmentation.Flip.HORIZONTAL))
                .withValidation(new ValidationSettings(heldOut, Integer.MAX_VALUE, 0))
                .withSeed(seed);
    }
}
