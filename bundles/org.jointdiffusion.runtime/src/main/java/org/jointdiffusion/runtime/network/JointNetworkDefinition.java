package org.jointdiffusion.runtime.network;

import java.util.List;

/** The joint network: one encoder, the decoder that predicts noise, and the classifier head. */
final class JointNetworkDefinition {

    private final Declarations declarations = new Declarations();
    private final Arithmetic arithmetic;
    private final Encoder encoder;
    private final Decoder decoder;
    private final ClassifierHead head;

    /** A definition whose parameters matter, not its arithmetic. */
    JointNetworkDefinition(final NetworkConfiguration configuration) {
        this(configuration, Arithmetic.FLOAT32);
    }

    JointNetworkDefinition(final NetworkConfiguration configuration, final Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        encoder = new Encoder(configuration, arithmetic, declarations);
        decoder = new Decoder(configuration, arithmetic, declarations, encoder.outputChannels());
        head = new ClassifierHead(configuration, arithmetic, declarations, encoder.outputChannels());
    }

    ParameterLayout layout() {
        return declarations.layout();
    }

    List<DropoutMask> masks() {
        return declarations.masks();
    }

    int features() {
        return head.features();
    }

    /** The methods that describe the network itself. */
    String methods() {
        return ProgramText.unpacking(declarations, arithmetic)
                + ProgramText.method(
                        "encode(self: __torch__.M, x: Tensor, t: Tensor, P: List[Tensor], masks: List[Tensor])"
                                + " -> Tuple[List[Tensor], Tensor]",
                        encoder.write())
                + ProgramText.method(
                        "decode(self: __torch__.M, z: List[Tensor], embedding: Tensor, P: List[Tensor],"
                                + " masks: List[Tensor]) -> Tensor",
                        decoder.write())
                + ProgramText.method(
                        "pool(self: __torch__.M, z: List[Tensor]) -> Tensor",
                        head.writePooling(encoder.outputChannels().size()))
                + ProgramText.method(
                        "classify(self: __torch__.M, features: Tensor, P: List[Tensor], masks: List[Tensor]) -> Tensor",
                        head.write());
    }
}
