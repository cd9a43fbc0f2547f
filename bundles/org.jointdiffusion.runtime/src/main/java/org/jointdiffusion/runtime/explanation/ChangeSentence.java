package org.jointdiffusion.runtime.explanation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.ChangedRegion;

/** Tells in a sentence what a counterfactual changed: how much, where, and whether it became brighter or darker. */
public final class ChangeSentence {

    /** More regions than these are only counted, the smallest ones first. */
    private static final int NAMED_REGIONS = 3;

    /** Regions below this share of the largest one are only counted as well. */
    private static final double SMALLEST_SHARE = 0.2;

    /** The share of all change of brightness from which on a region counts as brighter or as darker. */
    private static final double ONE_SIDED = 0.75;

    /** The mean change of brightness, from 0 to 1, below which only the colour changes. */
    private static final double VISIBLE_BRIGHTNESS = 2.0 / 255;

    private static final List<List<String>> GRID = List.of(
            List.of("upper left", "upper centre", "upper right"),
            List.of("left", "centre", "right"),
            List.of("lower left", "lower centre", "lower right"));

    private ChangeSentence() {}

    /**
     * The sentence.
     *
     * @param result the counterfactual
     * @param classNames the names of the model's classes
     * @return for example: To be taken for "Dress" instead of "Shirt", 3.1 % of the pixels change in 2 regions: the
     *     upper left becomes darker and the centre becomes brighter. Where the time was used up, a second sentence says
     *     so.
     */
    public static String of(final Counterfactual result, final List<String> classNames) {
        final String before = quoted(classNames.get(result.classBefore()));
        final String desired = quoted(classNames.get(result.desiredClass()));
        final String changes = changes(result)
                + (result.end() == SearchEnd.TIME_USED_UP
                        ? ". The time for this row was used up before the search had ended."
                        : ".");
        if (result.valid()) {
            return "To be taken for " + desired + " instead of " + before + ", " + changes;
        }
        return "The image was not turned into " + desired + ", the classifier takes the best attempt for "
                + quoted(classNames.get(result.classAfter())) + ": " + changes;
    }

    private static String changes(final Counterfactual result) {
        final ImageShape shape = result.request().original().shape();
        final List<ChangedRegion> regions = ChangedRegion.find(result.request().original(), result.counterfactual());
        if (regions.isEmpty()) {
            return "no pixel changes visibly";
        }
        final int positions =
                regions.stream().mapToInt(ChangedRegion::positions).sum();
        final String share = percent((double) positions / (shape.height() * shape.width())) + " of the pixels change";
        if (regions.size() == 1) {
            return share + " in one region: " + described(regions.get(0), result);
        }
        final Set<String> named = new LinkedHashSet<>();
        int told = 0;
        for (final ChangedRegion region : regions) {
            final String description = described(region, result);
            final boolean isLarge =
                    region.positions() >= SMALLEST_SHARE * regions.get(0).positions();
            if (named.contains(description) || isLarge && named.size() < NAMED_REGIONS) {
                named.add(description);
                told++;
            }
        }
        final int more = regions.size() - told;
        return share + " in " + regions.size() + " regions: "
                + joined(List.copyOf(named), more == 0 ? "" : more + (more == 1 ? " smaller one" : " smaller ones"));
    }

    private static String joined(final List<String> named, final String rest) {
        if (!rest.isEmpty()) {
            return String.join(", ", named) + ", and there " + (rest.startsWith("1 ") ? "is " : "are ") + rest;
        }
        if (named.size() == 1) {
            return named.get(0);
        }
        return named.stream().limit(named.size() - 1L).collect(Collectors.joining(", ")) + " and "
                + named.get(named.size() - 1);
    }

    private static String described(final ChangedRegion region, final Counterfactual result) {
        final ImageShape shape = result.request().original().shape();
        final double sum = region.brighter() + region.darker();
        if (sum / region.positions() < VISIBLE_BRIGHTNESS) {
            return place(region, shape) + " becomes differently coloured";
        }
        final double share = region.brighter() / sum;
        if (share > ONE_SIDED || share < 1 - ONE_SIDED) {
            return place(region, shape) + " becomes " + (share > ONE_SIDED ? "brighter" : "darker");
        }
        return place(region, shape) + " becomes "
                + (isTall(region, shape) || isWide(region, shape)
                        ? "brighter, most at the " + strongestField(result, 1) + ", and darker, most at the "
                                + strongestField(result, -1)
                        : "partly brighter, partly darker");
    }

    /** The field of the grid that gains (sign 1) or loses (sign -1) most brightness. */
    private static String strongestField(final Counterfactual result, final int sign) {
        final PixelImage before = result.request().original();
        final PixelImage after = result.counterfactual();
        final double[] sums = new double[9];
        for (int row = 0; row < before.shape().height(); row++) {
            for (int column = 0; column < before.shape().width(); column++) {
                sums[
                                3 * third(row, before.shape().height())
                                        + third(column, before.shape().width())] +=
                        Math.max(0, sign * (after.luminance(row, column) - before.luminance(row, column)));
            }
        }
        int strongest = 0;
        for (int field = 1; field < sums.length; field++) {
            strongest = sums[field] > sums[strongest] ? field : strongest;
        }
        return GRID.get(strongest / 3).get(strongest % 3);
    }

    /** Where a region lies: in a grid of 3 x 3 fields, unless it reaches over most of the height or the width. */
    private static String place(final ChangedRegion region, final ImageShape shape) {
        final int row = third(region.centreRow(), shape.height());
        final int column = third(region.centreColumn(), shape.width());
        if (isTall(region, shape)) {
            return isWide(region, shape)
                    ? "an area over most of the image"
                    : "an area from top to bottom "
                            + List.of("on the left", "in the centre", "on the right")
                                    .get(column);
        }
        if (isWide(region, shape)) {
            return "an area from left to right "
                    + List.of("at the top", "in the middle", "at the bottom").get(row);
        }
        return "the " + GRID.get(row).get(column);
    }

    private static boolean isTall(final ChangedRegion region, final ImageShape shape) {
        return region.bottom() - region.top() + 1 > shape.height() * 2 / 3;
    }

    private static boolean isWide(final ChangedRegion region, final ImageShape shape) {
        return region.right() - region.left() + 1 > shape.width() * 2 / 3;
    }

    private static int third(final double centre, final int size) {
        return (int) Math.min(2, (centre + 0.5) * 3 / size);
    }

    private static String percent(final double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String quoted(final String name) {
        return "\"" + name + "\"";
    }
}
