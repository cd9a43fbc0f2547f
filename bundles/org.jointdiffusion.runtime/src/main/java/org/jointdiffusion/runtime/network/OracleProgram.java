package org.jointdiffusion.runtime.network;

/**
 * An oracle as the text of a TorchScript program over one flat array of parameters.
 *
 * <p>The engine calls {@code unpack} once for each set of weights, then {@code features} and {@code logits} with the
 * unpacked parameters, or {@code step} and {@code gradient} with the flat ones. A step minimises the mean cross
 * entropy.
 */
public final class OracleProgram {

    private static final String METHODS =
            """
              def forward(self: __torch__.M, x: Tensor, P: List[Tensor]) -> Tensor:
                return (self).logits(x, P)
              def logits(self: __torch__.M, x: Tensor, P: List[Tensor]) -> Tensor:
                return (self).classify((self).features(x, P), P)
              def gradient(self: __torch__.M, x: Tensor, y: Tensor, flat: Tensor) -> Tuple[Tensor, Tensor]:
                before = torch.is_grad_enabled()
                torch.set_grad_enabled(True)
                w = torch.requires_grad_(torch.detach(flat))
                logits = (self).logits(x, (self).unpack(w))
                loss = torch.cross_entropy_loss(logits, y)
                gradients = torch.grad([loss], [w])
                right = torch.to(torch.sum(torch.eq(torch.argmax(logits, 1), y)), $REAL)
                torch.set_grad_enabled(before)
                return (unchecked_cast(Tensor, gradients[0]), torch.stack([torch.detach(loss), right], 0))
              def step(self: __torch__.M, x: Tensor, y: Tensor, flat: Tensor, first: Tensor, second: Tensor, \
                      average: Tensor, hyper: Tensor) -> Tensor:
                g, parts = (self).gradient(x, y, flat)
                _0 = (self).improve(g, flat, first, second, average, hyper)
                return parts
            """;

    private final OracleDefinition definition;
    private final Arithmetic arithmetic;

    /** The program of an oracle with the given arithmetic. */
    public OracleProgram(final OracleConfiguration configuration, final Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        definition = new OracleDefinition(configuration, arithmetic);
    }

    /** The program's text. */
    public String text() {
        return ProgramText.CLASS
                + definition.methods()
                + METHODS.replace("$REAL", Integer.toString(arithmetic.weightType()))
                + OptimizerMethods.TEXT;
    }

    /** The parameters in the order in which they lie in the flat array. */
    public ParameterLayout layout() {
        return definition.layout();
    }
}
