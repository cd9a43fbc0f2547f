package org.jointdiffusion.runtime.network;

import java.util.List;

/**
 * A joint network as the text of a TorchScript program over one flat array of parameters.
 *
 * <p>The engine packs the text and calls its methods by name: {@code unpack} once for each set of weights, then
 * {@code noise}, {@code logits}, {@code representation}, {@code guide_representation}, {@code guide_image} and
 * {@code image_gradient} with the unpacked parameters, or {@code step} and {@code gradient} with the flat ones.
 */
public final class NetworkProgram {

    private final JointNetworkDefinition definition;
    private final Arithmetic arithmetic;

    /** The program of a network with the given arithmetic. */
    public NetworkProgram(final NetworkConfiguration configuration, final Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        definition = new JointNetworkDefinition(configuration, arithmetic);
    }

    /** The program's text. */
    public String text() {
        return ProgramText.CLASS
                + definition.methods()
                + InferenceMethods.TEXT
                + GuidanceMethods.text(arithmetic)
                + TrainingMethods.text(definition.masks(), arithmetic)
                + OptimizerMethods.TEXT;
    }

    /** The parameters in the order in which they lie in the flat array. */
    public ParameterLayout layout() {
        return definition.layout();
    }

    /** Where training drops values, in the order in which {@code step} expects the masks. */
    public List<DropoutMask> masks() {
        return definition.masks();
    }

    /** The number of pooled features of one row. */
    public int features() {
        return definition.features();
    }
}
