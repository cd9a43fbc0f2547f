package org.jointdiffusion.runtime.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one training step on the joint loss (paper, eq. of section "Joint training").
 *
 * <p>The encoder sees the noisy and the clean (perhaps varied) images as one batch, [x_t; x_0] at [t; 0]: group
 * normalisation works on each image by itself, so this equals two passes. The cross entropy is averaged over both
 * halves and weighed row by row; rows without a label (-1) take no part in it. All losses but the diffusion loss, which
 * is a mean, are sums over rows: so the gradient of a batch is the sum of the gradients of its parts, if the diffusion
 * weight of each part is multiplied by its share of the rows.
 */
final class TrainingMethods {

    private static final String TEXT =
            """
              def drop(self: __torch__.M, values: Tensor, masks: List[Tensor], index: int) -> Tensor:
                if torch.gt(torch.len(masks), 0):
                  kept = torch.mul(values, masks[index])
                else:
                  kept = values
                return kept
              def drop_maps(self: __torch__.M, values: Tensor, masks: List[Tensor], index: int) -> Tensor:
                if torch.gt(torch.len(masks), 0):
                  mask = torch.to(masks[index], ops.prim.dtype(values))
                  kept = torch.mul(values, torch.unsqueeze(torch.unsqueeze(mask, -1), -1))
                else:
                  kept = values
                return kept
              def masks(self: __torch__.M, flat: Tensor, rows: int) -> List[Tensor]:
                return $MASKS
              def entropy(self: __torch__.M, logits: Tensor, y: Tensor, importance: Tensor) -> Tensor:
                return torch.sum(torch.mul(torch.cross_entropy_loss(logits, y, None, 0, -1), importance))
              def joint_loss(self: __torch__.M, x0: Tensor, clean: Tensor, noise: Tensor, \
                      signal: Tensor, sigma: Tensor, t: Tensor, y: Tensor, importance: Tensor, drops: Tensor, \
                      flat: Tensor, weights: Tensor) -> Tuple[Tensor, Tensor]:
                P = (self).unpack(flat)
                rows = torch.size(x0, 0)
                masks = (self).masks(drops, rows)
                xt = torch.add(torch.mul(x0, signal), torch.mul(noise, sigma))
                times = torch.cat([t, torch.zeros_like(t)], 0)
                z, embedding = (self).encode(torch.cat([xt, clean], 0), times, P, masks)
                noisy = annotate(List[Tensor], [])
                clear = annotate(List[Tensor], [])
                for i in range(torch.len(z)):
                  halves = torch.chunk(z[i], 2)
                  _0 = torch.append(noisy, halves[0])
                  _1 = torch.append(clear, halves[1])
                diffusion_weight = float(torch.select(weights, 0, 0))
                if torch.gt(diffusion_weight, 0.):
                  predicted = (self).decode(noisy, torch.slice(embedding, 0, 0, rows), P, masks)
                  diffusion = torch.mse_loss(predicted, noise)
                else:
                  diffusion = torch.sum(torch.zeros_like(noise))
                features = torch.cat([(self).pool(noisy), (self).pool(clear)], 0)
                logits = (self).classify(features, P, masks)
                noisy_entropy = (self).entropy(torch.slice(logits, 0, 0, rows), y, importance)
                clean_logits = torch.slice(logits, 0, rows)
                clean_entropy = (self).entropy(clean_logits, y, importance)
                right = torch.sum(torch.eq(torch.argmax(clean_logits, 1), y))
                half = torch.mul(float(torch.select(weights, 0, 1)), 0.5)
                joint = torch.add(torch.mul(diffusion, diffusion_weight), \
                        torch.mul(torch.add(noisy_entropy, clean_entropy), half))
                parts = torch.stack([joint, diffusion, clean_entropy, noisy_entropy, torch.to(right, $REAL)], 0)
                return (joint, torch.detach(parts))
              def gradient(self: __torch__.M, x0: Tensor, clean: Tensor, noise: Tensor, \
                      signal: Tensor, sigma: Tensor, t: Tensor, y: Tensor, importance: Tensor, drops: Tensor, \
                      flat: Tensor, weights: Tensor) -> Tuple[Tensor, Tensor]:
                before = torch.is_grad_enabled()
                torch.set_grad_enabled(True)
                w = torch.requires_grad_(torch.detach(flat))
                joint, parts = (self).joint_loss(\
                        x0, clean, noise, signal, sigma, t, y, importance, drops, w, weights)
                gradients = torch.grad([joint], [w])
                torch.set_grad_enabled(before)
                return (unchecked_cast(Tensor, gradients[0]), parts)
              def accumulate(self: __torch__.M, x0: Tensor, clean: Tensor, noise: Tensor, \
                      signal: Tensor, sigma: Tensor, t: Tensor, y: Tensor, importance: Tensor, drops: Tensor, \
                      flat: Tensor, weights: Tensor, total: Tensor) -> Tensor:
                g, parts = (self).gradient(\
                        x0, clean, noise, signal, sigma, t, y, importance, drops, flat, weights)
                _0 = torch.add_(total, g)
                return parts
              def step(self: __torch__.M, x0: Tensor, clean: Tensor, noise: Tensor, signal: Tensor, \
                      sigma: Tensor, t: Tensor, y: Tensor, importance: Tensor, drops: Tensor, flat: Tensor, \
                      weights: Tensor, first: Tensor, second: Tensor, \
                      average: Tensor, hyper: Tensor) -> Tensor:
                g, parts = (self).gradient(\
                        x0, clean, noise, signal, sigma, t, y, importance, drops, flat, weights)
                _0 = (self).improve(g, flat, first, second, average, hyper)
                return parts
            """;

    private TrainingMethods() {}

    static String text(final List<DropoutMask> masks, final Arithmetic arithmetic) {
        return TEXT.replace("$REAL", Integer.toString(arithmetic.weightType())).replace("$MASKS", maskList(masks));
    }

    /** Masks lie one after the other; those of the encoder and the head have a row for each half of the batch. */
    private static String maskList(final List<DropoutMask> masks) {
        if (masks.isEmpty()) {
            return "(self).no_masks()";
        }
        final List<String> expressions = new ArrayList<>();
        long position = 0;
        for (final DropoutMask mask : masks) {
            final long end = position + mask.width() * (mask.decoder() ? 1L : 2L);
            expressions.add("torch.view(torch.slice(flat, 0, torch.mul(rows, " + position + "), torch.mul(rows, " + end
                    + ")), [-1, " + mask.width() + "])");
            position = end;
        }
        return "[" + String.join(", ", expressions) + "]";
    }
}
