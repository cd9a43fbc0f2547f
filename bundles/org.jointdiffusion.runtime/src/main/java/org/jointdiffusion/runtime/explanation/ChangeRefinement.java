package org.jointdiffusion.runtime.explanation;

import java.util.ArrayList;
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

    /** The refined candidates; those that do not convince stay as they are. */
    List<Candidate> refine(final List<Candidate> candidates) {
        final List<Candidate> best = new ArrayList<>(candidates);
        final List<Integer> open = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).judgement().convinces(confidence)) {
                open.add(i);
            }
        }
        if (open.isEmpty()) {
            return best;
        }
        final List<Query> queries =
                open.stream().map(i -> candidates.get(i).query()).toList();
        for (final int level : LEVELS) {
            final List<PixelImage> restored =
                    open.stream().map(i -> restored(candidates.get(i), level)).toList();
            final List<Judgement> judgements = judge.judge(queries, restored);
            for (int k = 0; k < open.size(); k++) {
                final Candidate candidate = new Candidate(
                        queries.get(k),
                        restored.get(k),
                        judgements.get(k),
                        candidates.get(open.get(k)).noiseLevel());
                if (candidate.isBetterThan(best.get(open.get(k)), confidence)) {
                    best.set(open.get(k), candidate);
                }
            }
        }
        return best;
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
