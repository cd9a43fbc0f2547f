package org.jointdiffusion.runtime.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.reference.ConvolutionShape.Kind;
import org.jointdiffusion.runtime.reference.ConvolutionShape.Slopes;
import org.junit.jupiter.api.Test;

final class ConvolutionWorkTests {

    /** Channels 4 and 8 on maps of 8x8 and 4x4 positions. */
    private static final NetworkConfiguration NETWORK =
            new NetworkConfiguration(new ImageShape(1, 16, 16), 3, 4, List.of(1, 2), 1, List.of(), 2, 2, 0, 0);

    @Test
    void everyConvolutionIsListedWithItsSize() {
        assertEquals(
                List.of(
                        new ConvolutionShape(Kind.SAME, 4, 4, 3, 8, 8, 2, Slopes.OF_KERNEL),
                        encoder(Kind.SAME, 4, 4, 3, 8),
                        encoder(Kind.SAME, 4, 4, 3, 8),
                        encoder(Kind.HALVING, 4, 4, 3, 8),
                        encoder(Kind.SAME, 4, 8, 3, 4),
                        encoder(Kind.SAME, 8, 8, 3, 4),
                        encoder(Kind.SAME, 4, 8, 1, 4),
                        encoder(Kind.SAME, 8, 8, 3, 4),
                        encoder(Kind.SAME, 8, 8, 3, 4),
                        encoder(Kind.SAME, 8, 8, 3, 4),
                        encoder(Kind.SAME, 8, 8, 3, 4),
                        decoder(Kind.SAME, 16, 8, 3, 4),
                        decoder(Kind.SAME, 8, 8, 3, 4),
                        decoder(Kind.SAME, 16, 8, 1, 4),
                        decoder(Kind.SAME, 12, 8, 3, 4),
                        decoder(Kind.SAME, 8, 8, 3, 4),
                        decoder(Kind.SAME, 12, 8, 1, 4),
                        decoder(Kind.DOUBLING, 8, 8, 4, 8),
                        decoder(Kind.SAME, 12, 4, 3, 8),
                        decoder(Kind.SAME, 4, 4, 3, 8),
                        decoder(Kind.SAME, 12, 4, 1, 8),
                        decoder(Kind.SAME, 8, 4, 3, 8),
                        decoder(Kind.SAME, 4, 4, 3, 8),
                        decoder(Kind.SAME, 8, 4, 1, 8),
                        decoder(Kind.SAME, 4, 4, 3, 8)),
                ConvolutionWork.of(NETWORK));
    }

    @Test
    void operationsAgreeWithAClosedForm() {
        // products of a forward pass for one row, by maps: 64 positions above, 16 below
        final double first = 64 * 9 * 4 * 4;
        final double encoder = 64 * 9 * 2 * 4 * 4 + 16 * 9 * 4 * 4 + 16 * (9 * (4 * 8 + 5 * 8 * 8) + 4 * 8);
        final double below = 16 * (9 * (16 * 8 + 12 * 8 + 2 * 8 * 8) + 16 * 8 + 12 * 8 + 16 * 8 * 8);
        final double above = 64 * (9 * (12 * 4 + 8 * 4 + 3 * 4 * 4) + 12 * 4 + 8 * 4);
        // two operations a product; two passes of the encoder; forward and both gradients, the first without its
        // input's
        final double expected = 2 * (2 * (2 * first + 3 * encoder) + 3 * (below + above));
        assertEquals(
                expected,
                ConvolutionWork.of(NETWORK).stream()
                        .mapToDouble(ConvolutionShape::operations)
                        .sum());
    }

    private static ConvolutionShape encoder(
            final Kind kind, final int in, final int out, final int kernel, final int side) {
        return new ConvolutionShape(kind, in, out, kernel, side, side, 2, Slopes.OF_KERNEL_AND_INPUT);
    }

    private static ConvolutionShape decoder(
            final Kind kind, final int in, final int out, final int kernel, final int side) {
        return new ConvolutionShape(kind, in, out, kernel, side, side, 1, Slopes.OF_KERNEL_AND_INPUT);
    }
}
