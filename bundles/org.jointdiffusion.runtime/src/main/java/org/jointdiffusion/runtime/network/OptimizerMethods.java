package org.jointdiffusion.runtime.network;

/**
 * The text of one improvement of flat weights by their gradient: AdamW (Loshchilov and Hutter 2019) and the moving
 * average.
 *
 * <p>Weights, moments and averages are changed in place: only operations on named tensors, since those on a list's
 * elements would be dropped as dead code. The only memory that is needed is taken before anything changes, so that a
 * lack of memory leaves all as it was.
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
                norm = float(torch.norm(g))
                scratch = torch.empty_like(second)
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
