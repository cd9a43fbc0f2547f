package org.jointdiffusion.runtime.network;

/**
 * Two convolutions around a skip connection; the timestep enters as scale and shift of the second normalisation (FiLM).
 *
 * <p>h = conv(SiLU(GN(x))); x + conv(dropout(SiLU(GN(h) (1 + scale) + shift))). The dropout drops whole feature maps
 * (Tompson et al. 2015), so that its masks are small enough to come from keyed noise.
 */
final class ResidualBlock implements Block {

    private final GroupNormalization firstNormalization;
    private final Convolution firstConvolution;
    private final GroupNormalization secondNormalization;
    private final Convolution secondConvolution;
    private final Convolution skip;
    private final int film;
    private final int mask;

    ResidualBlock(final UNetHalf half, final String name, final int in, final int out) {
        final Declarations declarations = half.declarations();
        firstNormalization = new GroupNormalization(declarations, name + ".normalization_1", in);
        firstConvolution = Convolution.ofKernel(declarations, name + ".convolution_1", in, out, 3);
        film = half.film().reserve(name, out);
        secondNormalization = new GroupNormalization(declarations, name + ".normalization_2", out);
        secondConvolution = Convolution.startingAtZero(declarations, name + ".convolution_2", out, out);
        skip = in == out ? null : Convolution.ofKernel(declarations, name + ".skip", in, out, 1);
        mask = half.declareMask(out);
    }

    @Override
    public String write(final ScriptBody body, final String input) {
        final String activated = body.let("torch.silu(%s)", firstNormalization.write(body, input));
        final String hidden = firstConvolution.write(body, activated);
        final String scale = body.let("torch.add(film[%d], 1.)", film);
        String second = body.let(
                "torch.silu(%s)", secondNormalization.writeModulated(body, hidden, scale, "film[" + (film + 1) + "]"));
        if (mask >= 0) {
            second = body.let("(self).drop_maps(%s, masks, %d)", second, mask);
        }
        final String change = secondConvolution.write(body, second);
        return body.let("torch.add(%s, %s)", skip == null ? input : skip.write(body, input), change);
    }
}
