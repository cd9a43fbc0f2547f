package org.jointdiffusion.runtime.explanation;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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

    private static final Comparator<Candidate> BY_CONFIDENCE =
            Comparator.comparingDouble(candidate -> candidate.judgement.confidence());

    /** A confidence that is lower by no more than this is almost the same. */
    private static final double ALMOST = 0.05;

    Candidate(final Query query, final PixelImage image, final Judgement judgement, final double noiseLevel) {
        this(
                query,
                image,
                judgement,
                noiseLevel,
                ImageChange.meanAbsolute(query.request().original(), image));
    }

    /**
     * The best answer to a query: the smallest change among the convincing candidates.
     *
     * <p>Where none reaches the demanded confidence, a model that is less sure in general decides what convinces: the
     * smallest change among the candidates that flip and are almost as confident as the most confident of them. Where
     * none flips, the most confident one comes closest.
     *
     * @param candidates all of one query, at least one
     * @param required the demanded confidence
     */
    static Candidate best(final List<Candidate> candidates, final double required) {
        final List<Candidate> flipping =
                candidates.stream().filter(each -> each.judgement.flips()).toList();
        if (flipping.isEmpty()) {
            return Collections.max(candidates, BY_CONFIDENCE);
        }
        final double highest =
                Collections.max(flipping, BY_CONFIDENCE).judgement.confidence();
        final double sufficient = highest >= required ? required : highest - ALMOST;
        return flipping.stream()
                .filter(each -> each.judgement.convinces(sufficient))
                .min(Comparator.comparingDouble(Candidate::change))
                .orElseThrow();
    }
}
