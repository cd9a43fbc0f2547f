package org.jointdiffusion.runtime.reference.explain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of {@code ./bench explain}, which may run in processes of their own. */
enum ExplainPart {
    /** Accuracy and calibration of the model. */
    ACCURACY,
    /** Conditional and unguided samples. */
    SAMPLES,
    /** The fast sampler against a thousand steps of DDPM, without guidance. */
    SAMPLERS,
    /** The same with guidance; slow, hence only on demand. */
    GUIDED_SAMPLERS,
    /** Counterfactuals. */
    COUNTERFACTUALS,
    /** The gradient attack and the nearest training image on the same rows. */
    BASELINES,
    /** A joint training against one without the diffusion loss. */
    CLASSIFIER_ONLY,
    /** Few labels with and without unlabelled rows. */
    SEMISUPERVISED;

    /** The parts that run unless others are asked for. */
    static Set<ExplainPart> usual() {
        return EnumSet.complementOf(EnumSet.of(GUIDED_SAMPLERS));
    }

    /** The name on the command line, such as "classifier-only". */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the part needs a trained model and an oracle. */
    boolean needsModel() {
        return this != CLASSIFIER_ONLY && this != SEMISUPERVISED;
    }

    /** The part of a name; throws {@link IllegalArgumentException} that lists the names. */
    static ExplainPart of(final String title) {
        return Arrays.stream(values())
                .filter(part -> part.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no part \"" + title + "\". The parts are: "
                        + Arrays.stream(values()).map(ExplainPart::title).collect(Collectors.joining(", "))
                        + "."));
    }
}
