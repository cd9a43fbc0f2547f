package org.jointdiffusion.runtime.explanation;

import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.ImageChange;

/**
 * A changed image on the way to the smallest change.
 *
 * @param query what it may answer
 * @param image rounded to 8 bits
 * @param judgement what the model thinks of it
 * @param noiseLevel the share of T at which it was made
 * @param change L1 to the original
 */
record Candidate(Query query, PixelImage image, Judgement judgement, double noiseLevel, double change) {

    Candidate(final Query query, final PixelImage image, final Judgement judgement, final double noiseLevel) {
        this(
                query,
                image,
                judgement,
                noiseLevel,
                ImageChange.meanAbsolute(query.request().original(), image));
    }

    /** Whether this one answers better: convincing first, then small; otherwise flipping first, then confident. */
    boolean isBetterThan(final Candidate other, final double required) {
        final boolean convinces = judgement.convinces(required);
        if (convinces != other.judgement.convinces(required)) {
            return convinces;
        }
        if (convinces) {
            return change < other.change;
        }
        return judgement.flips() != other.judgement.flips()
                ? judgement.flips()
                : judgement.confidence() > other.judgement.confidence();
    }
}
