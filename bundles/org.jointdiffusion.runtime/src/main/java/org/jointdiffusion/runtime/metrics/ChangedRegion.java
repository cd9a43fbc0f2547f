package org.jointdiffusion.runtime.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * A connected region of positions that changed visibly from one image to another; positions touch also across corners.
 *
 * @param positions the number of positions
 * @param top the first row
 * @param bottom the last row
 * @param left the first column
 * @param right the last column
 * @param centreRow the mean row
 * @param centreColumn the mean column
 * @param brighter the sum of all gains of brightness, in brightnesses from 0 to 1
 * @param darker the sum of all losses of brightness, not negative
 */
public record ChangedRegion(
        int positions,
        int top,
        int bottom,
        int left,
        int right,
        double centreRow,
        double centreColumn,
        double brighter,
        double darker) {

    /**
     * Finds the regions.
     *
     * @return the largest first; of equal ones, the one that is reached first row by row
     * @throws IllegalArgumentException when the images have different shapes
     */
    public static List<ChangedRegion> find(final PixelImage before, final PixelImage after) {
        final boolean[] left = ImageChange.changedPositions(before, after);
        final int[] members = new int[left.length];
        final List<ChangedRegion> regions = new ArrayList<>();
        for (int position = 0; position < left.length; position++) {
            if (left[position]) {
                final int count = take(left, position, before.shape(), members);
                regions.add(measure(members, count, before, after));
            }
        }
        regions.sort(Comparator.comparingInt(ChangedRegion::positions).reversed());
        return regions;
    }

    /** Moves the region around a position from {@code left} to the start of {@code members}, and counts it. */
    private static int take(final boolean[] left, final int start, final ImageShape shape, final int[] members) {
        int found = 0;
        members[found++] = start;
        left[start] = false;
        for (int next = 0; next < found; next++) {
            final int row = members[next] / shape.width();
            final int column = members[next] % shape.width();
            for (int y = Math.max(0, row - 1); y <= Math.min(shape.height() - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(shape.width() - 1, column + 1); x++) {
                    final int neighbour = y * shape.width() + x;
                    if (left[neighbour]) {
                        left[neighbour] = false;
                        members[found++] = neighbour;
                    }
                }
            }
        }
        return found;
    }

    private static ChangedRegion measure(
            final int[] members, final int count, final PixelImage before, final PixelImage after) {
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        int left = Integer.MAX_VALUE;
        int right = 0;
        double rows = 0;
        double columns = 0;
        double brighter = 0;
        double darker = 0;
        for (int i = 0; i < count; i++) {
            final int row = members[i] / before.shape().width();
            final int column = members[i] % before.shape().width();
            final double change = (after.luminance(row, column) - before.luminance(row, column)) / 255;
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            left = Math.min(left, column);
            right = Math.max(right, column);
            rows += row;
            columns += column;
            brighter += Math.max(0, change);
            darker += Math.max(0, -change);
        }
        return new ChangedRegion(count, top, bottom, left, right, rows / count, columns / count, brighter, darker);
    }
}
