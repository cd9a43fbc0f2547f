package org.jointdiffusion.runtime.network;

/**
 * What the blocks of the encoder, or of the decoder, share while they are declared.
 *
 * @param declarations where their parameters go
 * @param film the projection of the timestep embedding to their scales and shifts
 * @param dropout the share of feature maps to drop
 * @param decoder whether this is the decoder
 */
record UNetHalf(Declarations declarations, FilmProjection film, double dropout, boolean decoder) {

    /** Declares the dropout mask of a block's feature maps; -1 when nothing is dropped. */
    int declareMask(final int channels) {
        return declarations.declareMask(channels, dropout, decoder);
    }
}
