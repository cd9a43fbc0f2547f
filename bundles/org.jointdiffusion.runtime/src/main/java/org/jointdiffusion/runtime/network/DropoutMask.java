package org.jointdiffusion.runtime.network;

/**
 * One place at which training drops values; its mask comes from outside the program, so that trainings repeat.
 *
 * @param width the values of one row's mask: the channels of a residual block, or the features of the head
 * @param rate the share that is dropped, in (0, 1)
 * @param decoder whether it belongs to the decoder, which sees only the noisy half of a training batch
 */
public record DropoutMask(int width, double rate, boolean decoder) {

    /** The number of values for a batch: the encoder and the head see each row twice, noisy and clean. */
    public int values(final int rows) {
        return width * rows * (decoder ? 1 : 2);
    }
}
