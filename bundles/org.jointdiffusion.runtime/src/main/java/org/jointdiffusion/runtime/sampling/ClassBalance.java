package org.jointdiffusion.runtime.sampling;

import java.util.Arrays;
import java.util.OptionalInt;

/** Says how many images each class lacks so that all have equally many. */
public final class ClassBalance {

    private ClassBalance() {}

    /**
     * How many images of each class are missing.
     *
     * @param existing the number of images of each class, at least 0
     * @param wanted how many each class shall have, at least 0; empty for as many as the largest class has
     * @return one number for each class; 0 where there are enough
     */
    public static int[] missing(final int[] existing, final OptionalInt wanted) {
        final int target = wanted.orElseGet(() -> Arrays.stream(existing).max().orElse(0));
        return Arrays.stream(existing).map(count -> Math.max(0, target - count)).toArray();
    }
}
