package org.jointdiffusion.runtime.explanation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * Undoes small changes: every position that changed by no more than a level gets its original value back, and the
 * highest level that still convinces is kept. About a quarter fewer positions stay changed.
 */
final class ChangeRefinement {

    /** Levels in steps of 8 bits. */
    private static final int[] LEVELS = {6, 13, 19, 26, 32, 38};

    private final CandidateJudge judge;

    private final double confidence;

    /** Keeps what has at least this confidence. */
    ChangeRefinement(final CandidateJudge judge, final double confidence) {
        this.judge = judge;
        this.confidence = confidence;
    }

    /** The refined candidates; those that do not flip stay as they are, the others keep enough confidence. */
    List<Candidate> refine(final List<Candidate> candidates) {
        final List<Candidate> flipping = candidates.stream()
                .filter(candidate -> candidate.judgement().flips())
                .toList();
        if (flipping.isEmpty()) {
            return candidates;
        }
        final List<Query> queries = flipping.stream().map(Candidate::query).toList();
        final List<List<Candidate>> versions = new ArrayList<>();
        flipping.forEach(candidate -> versions.add(new ArrayList<>(List.of(candidate))));
        for (final int level : LEVELS) {
            final List<PixelImage> restored = flipping.stream()
                    .map(candidate -> restored(candidate, level))
                    .toList();
            final List<Judgement> judgements = judge.judge(queries, restored);
            for (int i = 0; i < restored.size(); i++) {
                versions.get(i)
                        .add(new Candidate(
                                queries.get(i),
                                restored.get(i),
                                judgements.get(i),
                                flipping.get(i).noiseLevel()));
            }
        }
        final Iterator<List<Candidate>> refined = versions.iterator();
        return candidates.stream()
                .map(candidate -> candidate.judgement().flips() ? smallest(refined.next()) : candidate)
                .toList();
    }

    /** The first version is the candidate itself: where it was not fully convincing, no confidence may be lost. */
    private Candidate smallest(final List<Candidate> versions) {
        return Candidate.best(
                versions, Math.min(confidence, versions.get(0).judgement().confidence()));
    }

    private static PixelImage restored(final Candidate candidate, final int level) {
        final byte[] original = candidate.query().request().original().values();
        final byte[] values = candidate.image().values();
        final int positions =
                candidate.image().shape().height() * candidate.image().shape().width();
        for (int position = 0; position < positions; position++) {
            int largest = 0;
            for (int i = position; i < values.length; i += positions) {
                largest = Math.max(largest, Math.abs((values[i] & 0xff) - (original[i] & 0xff)));
            }
            for (int i = position; largest <= level && i < values.length; i += positions) {
                values[i] = original[i];
            }
        }
        return new PixelImage(candidate.image().shape(), values);
    }
}
