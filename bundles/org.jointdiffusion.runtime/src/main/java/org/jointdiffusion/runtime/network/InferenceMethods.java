package org.jointdiffusion.runtime.network;

/** The text of the program's plain forward methods. */
final class InferenceMethods {

    /** Predicted noise, classifier outputs and pooled representation of images {@code x} at timesteps {@code t}. */
    static final String TEXT =
            """
              def no_masks(self: __torch__.M) -> List[Tensor]:
                return annotate(List[Tensor], [])
              def forward(self: __torch__.M, x: Tensor, t: Tensor, P: List[Tensor]) -> Tensor:
                return (self).noise(x, t, P)
              def noise(self: __torch__.M, x: Tensor, t: Tensor, P: List[Tensor]) -> Tensor:
                z, embedding = (self).encode(x, t, P, (self).no_masks())
                return (self).decode(z, embedding, P, (self).no_masks())
              def representation(self: __torch__.M, x: Tensor, t: Tensor, P: List[Tensor]) -> Tensor:
                z, embedding = (self).encode(x, t, P, (self).no_masks())
                return (self).pool(z)
              def logits(self: __torch__.M, x: Tensor, t: Tensor, P: List[Tensor]) -> Tensor:
                return (self).classify((self).representation(x, t, P), P, (self).no_masks())
            """;

    private InferenceMethods() {}
}
