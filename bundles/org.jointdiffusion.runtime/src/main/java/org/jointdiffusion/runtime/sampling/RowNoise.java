package org.jointdiffusion.runtime.sampling;

import java.util.List;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/**
 * The noise of a batch in which every row has its own key, so that a row's noise is the same in any batch at any place.
 *
 * @param rows the key of each row of the batch
 */
public record RowNoise(List<Key> rows) implements StepNoise {

    /**
     * What a row's noise depends on, besides the timestep.
     *
     * @param noise the noise of the row's seed
     * @param row the number of the row
     * @param firstStep added to every timestep, at least 0; tells apart several uses of one row
     */
    public record Key(KeyedNoise noise, long row, long firstStep) {}

    /** Copies the list. */
    public RowNoise {
        rows = List.copyOf(rows);
    }

    @Override
    public void fill(final int timestep, final float[] target) {
        final int length = target.length / rows.size();
        for (int i = 0; i < rows.size(); i++) {
            final Key key = rows.get(i);
            key.noise().gaussian(key.row(), key.firstStep() + timestep, target, i * length, length);
        }
    }

    /** A batch of fresh noise with the given number of values an image. */
    public float[] draw(final int timestep, final int imageSize) {
        final float[] target = new float[rows.size() * imageSize];
        fill(timestep, target);
        return target;
    }
}
