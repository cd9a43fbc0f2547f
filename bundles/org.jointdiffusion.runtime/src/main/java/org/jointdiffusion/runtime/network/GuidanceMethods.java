package org.jointdiffusion.runtime.network;

/**
 * The text of the program's steered denoising (paper, section "Conditional sampling").
 *
 * <p>The classifier's cross entropy is summed over the batch, so that a row's gradient does not depend on the other
 * rows. Following the gradient uphill looks wrong and is right: the decoder predicts the noise, which is subtracted.
 * The change of the predicted noise is scaled row by row, to a share of the noise's norm plus a multiple of the norm of
 * the gradient with respect to the image.
 */
final class GuidanceMethods {

    /**
     * How far z moves, as a share of its norm: small enough that the decoder answers almost linearly, so that the
     * scaling of its answer sets the strength; large enough to rise above rounding.
     */
    private static final String MOVE = "0.05";

    private static final String TEXT =
            """
              def row_norms(self: __torch__.M, a: List[Tensor]) -> Tensor:
                total = torch.zeros([torch.size(a[0], 0)], dtype=$REAL, device=ops.prim.device(a[0]))
                for i in range(torch.len(a)):
                  b = torch.flatten(torch.to(a[i], $REAL), 1)
                  total = torch.add(total, torch.sum(torch.mul(b, b), [1]))
                return torch.clamp_min(torch.sqrt(total), 1.0e-20)
              def steered(self: __torch__.M, plain: Tensor, change: Tensor, gradient: Tensor, \
                      of_noise: Tensor, of_gradient: Tensor) -> Tensor:
                size = torch.add(torch.mul((self).row_norms([plain]), of_noise), \
                        torch.mul((self).row_norms([gradient]), of_gradient))
                ratio = torch.div(size, (self).row_norms([change]))
                return torch.add(plain, torch.mul(change, torch.view(ratio, [-1, 1, 1, 1])))
              def disagreement(self: __torch__.M, z: List[Tensor], y: Tensor, P: List[Tensor]) -> Tuple[Tensor, Tensor]:
                logits = (self).classify((self).pool(z), P, (self).no_masks())
                return (torch.cross_entropy_loss(logits, y, None, 2), torch.detach(logits))
              def guide_representation(self: __torch__.M, x: Tensor, t: Tensor, y: Tensor, of_noise: Tensor, \
                      of_gradient: Tensor, P: List[Tensor]) -> Tuple[Tensor, Tensor]:
                before = torch.is_grad_enabled()
                torch.set_grad_enabled(True)
                input = torch.requires_grad_(torch.detach(x))
                z, e = (self).encode(input, t, P, (self).no_masks())
                disagreement, logits = (self).disagreement(z, y, P)
                sources = annotate(List[Tensor], [])
                for s in range(torch.len(z)):
                  _3 = torch.append(sources, z[s])
                _4 = torch.append(sources, input)
                gradients = torch.grad([disagreement], sources)
                torch.set_grad_enabled(False)
                kept = annotate(List[Tensor], [])
                slopes = annotate(List[Tensor], [])
                for i in range(torch.len(z)):
                  _0 = torch.append(kept, torch.detach(z[i]))
                  _1 = torch.append(slopes, unchecked_cast(Tensor, gradients[i]))
                length = torch.div((self).row_norms(kept), (self).row_norms(slopes))
                length = torch.to(torch.view(torch.mul(length, $MOVE), [-1, 1, 1, 1]), ops.prim.dtype(kept[0]))
                moved = annotate(List[Tensor], [])
                for j in range(torch.len(kept)):
                  _2 = torch.append(moved, torch.addcmul(kept[j], slopes[j], length))
                embedding = torch.detach(e)
                plain = (self).decode(kept, embedding, P, (self).no_masks())
                change = torch.sub((self).decode(moved, embedding, P, (self).no_masks()), plain)
                torch.set_grad_enabled(before)
                gradient = unchecked_cast(Tensor, gradients[torch.len(z)])
                return ((self).steered(plain, change, gradient, of_noise, of_gradient), logits)
              def guide_image(self: __torch__.M, x: Tensor, t: Tensor, y: Tensor, of_noise: Tensor, \
                      of_gradient: Tensor, P: List[Tensor]) -> Tuple[Tensor, Tensor]:
                before = torch.is_grad_enabled()
                torch.set_grad_enabled(True)
                input = torch.requires_grad_(torch.detach(x))
                z, e = (self).encode(input, t, P, (self).no_masks())
                disagreement, logits = (self).disagreement(z, y, P)
                gradients = torch.grad([disagreement], [input])
                torch.set_grad_enabled(False)
                kept = annotate(List[Tensor], [])
                for i in range(torch.len(z)):
                  _0 = torch.append(kept, torch.detach(z[i]))
                plain = (self).decode(kept, torch.detach(e), P, (self).no_masks())
                torch.set_grad_enabled(before)
                gradient = unchecked_cast(Tensor, gradients[0])
                return ((self).steered(plain, gradient, gradient, of_noise, of_gradient), logits)
              def image_gradient(self: __torch__.M, x: Tensor, t: Tensor, y: Tensor, \
                      P: List[Tensor]) -> Tuple[Tensor, Tensor]:
                before = torch.is_grad_enabled()
                torch.set_grad_enabled(True)
                input = torch.requires_grad_(torch.detach(x))
                z, e = (self).encode(input, t, P, (self).no_masks())
                disagreement, logits = (self).disagreement(z, y, P)
                gradients = torch.grad([disagreement], [input])
                torch.set_grad_enabled(before)
                return (unchecked_cast(Tensor, gradients[0]), logits)
            """;

    private GuidanceMethods() {}

    static String text(final Arithmetic arithmetic) {
        return TEXT.replace("$REAL", Integer.toString(arithmetic.weightType())).replace("$MOVE", MOVE);
    }
}
