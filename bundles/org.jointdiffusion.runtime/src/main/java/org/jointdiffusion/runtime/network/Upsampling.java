package org.jointdiffusion.runtime.network;

/**
 * Doubles height and width by repeating each position, then convolves.
 *
 * <p>Both at once, as the transposed convolution with the 4x4 kernel that is the mirrored 3x3 kernel convolved with the
 * 2x2 block of ones: 16 products for each small position instead of 36, and no repeated feature maps.
 */
final class Upsampling implements Block {

    private final Parameter weight;
    private final Parameter bias;

    Upsampling(final Declarations declarations, final String name, final int channels) {
        final InitialValues initial = InitialValues.uniform(channels * 9);
        weight = declarations.declare(name + ".weight", initial, channels, channels, 3, 3);
        bias = declarations.declare(name + ".bias", initial, channels);
    }

    @Override
    public String write(final ScriptBody body, final String input) {
        final String mirrored = body.let("torch.transpose(torch.flip(%s, [2, 3]), 0, 1)", weight);
        final String wide = body.let(
                "torch.add(torch.constant_pad_nd(%1$s, [0, 1, 0, 0]), torch.constant_pad_nd(%1$s, [1, 0, 0, 0]))",
                mirrored);
        final String kernel = body.let(
                "torch.add(torch.constant_pad_nd(%1$s, [0, 0, 0, 1]), torch.constant_pad_nd(%1$s, [0, 0, 1, 0]))",
                wide);
        return body.let("torch.conv_transpose2d(%s, %s, %s, [2, 2], [1, 1])", input, kernel, bias);
    }
}
