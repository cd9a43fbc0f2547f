package org.jointdiffusion.runtime.network;

/**
 * The text of one improvement of flat weights by their gradient: AdamW (Loshchilov and Hutter 2019) and the moving
 * average.
 *
 * <p>Weights, moments and averages are changed in place: only operations on named tensors, since those on a list's
 * elements would be dropped as dead code. The only memory that is needed is taken before anything changes, so that a
 * lack of memory leaves all as it was.
 *
 * <p>On a GPU nothing is read by the host, so that it need not wait within a step: where the gradient is not finite the
 * same operations run with factors that change nothing. On the processor, where reading costs nothing, they are left
 * out.
 */
final class OptimizerMethods {

    /** A gradient that is longer than this, or not a number, changes nothing. */
    private static final String INFINITE = "1.0e+30";

    /** The method {@code improve}. */
    static final String TEXT =
            """
              def improve(self: __torch__.M, g: Tensor, flat: Tensor, first: Tensor, second: Tensor, \
                      average: Tensor, hyper: Tensor) -> Tensor:
                before = torch.is_grad_enabled()
                torch.set_grad_enabled(False)
                rate = float(torch.select(hyper, 0, 0))
                beta1 = float(torch.select(hyper, 0, 1))
                beta2 = float(torch.select(hyper, 0, 2))
                epsilon = float(torch.select(hyper, 0, 3))
                decay = float(torch.select(hyper, 0, 4))
                correction1 = float(torch.select(hyper, 0, 5))
                correction2 = float(torch.select(hyper, 0, 6))
                averaging = float(torch.select(hyper, 0, 7))
                limit = float(torch.select(hyper, 0, 8))
                scratch = torch.empty_like(second)
                length = torch.norm(g)
                if ops.prim.is_cuda(g):
                  infinite = torch.logical_not(torch.lt(length, $INFINITE))
                  shortening = torch.clamp_max(torch.mul(torch.reciprocal(length), limit), 1.)
                  kept_flat = torch.masked_fill(torch.full_like(length, \
                          torch.sub(1., torch.mul(rate, decay))), infinite, 1.)
                  kept_first = torch.masked_fill(torch.full_like(length, beta1), infinite, 1.)
                  kept_second = torch.masked_fill(torch.full_like(length, beta2), infinite, 1.)
                  share = torch.masked_fill(torch.full_like(length, averaging), infinite, 0.)
                  _6 = torch.masked_fill_(torch.mul_(g, shortening), infinite, 0.)
                  _7 = torch.mul_(flat, kept_flat)
                  _8 = torch.add_(torch.mul_(first, kept_first), g, alpha=torch.sub(1., beta1))
                  _9 = torch.addcmul_(torch.mul_(second, kept_second), g, g, value=torch.sub(1., beta2))
                  divisor = torch.add_(torch.div_(torch.sqrt(second, out=scratch), correction2), epsilon)
                  _10 = torch.masked_fill_(divisor, infinite, inf)
                  _11 = torch.addcdiv_(flat, first, divisor, value=torch.neg(torch.div(rate, correction1)))
                  _12 = torch.lerp_(average, flat, share)
                else:
                  norm = float(length)
                  if torch.gt(norm, limit):
                    _0 = torch.mul_(g, torch.div(limit, norm))
                  else:
                    pass
                  if torch.lt(norm, $INFINITE):
                    _1 = torch.mul_(flat, torch.sub(1., torch.mul(rate, decay)))
                    _2 = torch.add_(torch.mul_(first, beta1), g, alpha=torch.sub(1., beta1))
                    _3 = torch.addcmul_(torch.mul_(second, beta2), g, g, value=torch.sub(1., beta2))
                    denominator = torch.add_(torch.div_(torch.sqrt(second, out=scratch), correction2), epsilon)
                    _4 = torch.addcdiv_(flat, first, denominator, value=torch.neg(torch.div(rate, correction1)))
                    _5 = torch.lerp_(average, flat, averaging)
                  else:
                    pass
                torch.set_grad_enabled(before)
                return g
            """
                    .replace("$INFINITE", INFINITE);

    private OptimizerMethods() {}
}
