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
    private final int out;

    ResidualBlock(final UNetHalf half, final String name, final int in, final int out) {
        final Declarations declarations = half.declarations();
        this.out = out;
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
        final String normalized = secondNormalization.write(body, hidden);
        final String scale = body.let("torch.add(torch.slice(film, 1, %d, %d), 1.)", film, film + out);
        final String shift = body.let("torch.slice(film, 1, %d, %d)", film + out, film + 2 * out);
        String second = body.let("torch.silu(torch.addcmul(%s, %s, %s))", shift, normalized, scale);
        if (mask >= 0) {
            second = body.let("(self).drop_maps(%s, masks, %d)", second, mask);
        }
        final String change = secondConvolution.write(body, second);
        return body.let("torch.add(%s, %s)", skip == null ? input : skip.write(body, input), change);
    }
}
