package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.ImageChange;
import org.junit.jupiter.api.Test;

final class ChangeSentenceTests {

    private static final List<String> NAMES = List.of("Hemd", "Kleid 👗");

    /** A grey image of one row a text: '.' stays 100, '#' becomes 200, '-' becomes 0. */
    private static Counterfactual change(final int classAfter, final String... rows) {
        final ImageShape shape = new ImageShape(1, rows.length, rows[0].length());
        final byte[] before = new byte[shape.size()];
        final byte[] after = new byte[shape.size()];
        for (int i = 0; i < before.length; i++) {
            final char sign = rows[i / shape.width()].charAt(i % shape.width());
            before[i] = 100;
            after[i] = (byte) (sign == '#' ? 200 : sign == '-' ? 0 : 100);
        }
        return result(new PixelImage(shape, before), new PixelImage(shape, after), classAfter, SearchEnd.COMPLETE);
    }

    private static Counterfactual result(
            final PixelImage before, final PixelImage after, final int classAfter, final SearchEnd end) {
        return new Counterfactual(
                new ExplanationRequest(0, before, OptionalInt.of(1), 0),
                after,
                0,
                1,
                classAfter,
                new double[] {0.9, 0.1},
                new double[] {0.2, 0.8},
                classAfter == 1,
                0.5,
                1,
                0.8,
                ImageChange.meanAbsolute(before, after),
                ImageChange.rootMeanSquare(before, after),
                ImageChange.changedShare(before, after),
                ImageChange.regions(before, after),
                0.3,
                1,
                end);
    }

    private static String changes(final String... rows) {
        final String sentence = ChangeSentence.of(change(1, rows), NAMES);
        final String start = "To be taken for \"Kleid 👗\" instead of \"Hemd\", ";
        assertEquals(start, sentence.substring(0, start.length()));
        return sentence.substring(start.length());
    }

    @Test
    void namesShareRegionsPlacesAndDirections() {
        assertEquals(
                "8.3 % of the pixels change in 2 regions: the upper left becomes darker and the lower right becomes"
                        + " brighter.",
                changes("--....", "......", "......", "......", "......", ".....#"));
        assertEquals(
                "11.1 % of the pixels change in one region: the centre becomes partly brighter, partly darker.",
                changes("......", "......", "..#-..", "..-#..", "......", "......"));
    }

    @Test
    void placesAreThirdsOfTheImage() {
        assertEquals(
                "33.3 % of the pixels change in 3 regions: the upper left becomes brighter, the right becomes brighter"
                        + " and the lower left becomes darker.",
                changes("#..", "..#", "-.."));
        assertEquals(
                "11.1 % of the pixels change in one region: the upper centre becomes brighter.",
                changes(".#.", "...", "..."));
    }

    @Test
    void largeRegionsAreAreas() {
        assertEquals(
                "100.0 % of the pixels change in one region: an area over most of the image becomes brighter.",
                changes("###", "###", "###"));
        assertEquals(
                "33.3 % of the pixels change in one region: an area from top to bottom on the right becomes darker.",
                changes("..-", "..-", "..-"));
        assertEquals(
                "33.3 % of the pixels change in one region: an area from left to right in the middle becomes darker.",
                changes("...", "---", "..."));
    }

    @Test
    void largeRegionsTellWhereTheyGainAndWhereTheyLose() {
        assertEquals(
                "100.0 % of the pixels change in one region: an area over most of the image becomes brighter, most at"
                        + " the upper left, and darker, most at the lower right.",
                changes("######", "######", "###-##", "####-#", "##----", "#-#---"));
    }

    @Test
    void smallRegionsAreOnlyCounted() {
        assertEquals(
                "15.0 % of the pixels change in 4 regions: the lower left becomes brighter, the upper left becomes"
                        + " brighter, the upper right becomes brighter, and there is 1 smaller one.",
                changes(
                        "##......##",
                        "##......##",
                        "..........",
                        "..........",
                        "..........",
                        "..........",
                        "..........",
                        "##........",
                        "##.......#",
                        "##........"));
    }

    @Test
    void saysTheSameOfSeveralRegionsOnce() {
        final String blank = ".........";
        assertEquals(
                "4.9 % of the pixels change in 3 regions: the lower right becomes darker and the upper left becomes"
                        + " brighter.",
                changes("#.#......", blank, blank, blank, blank, blank, blank, ".......--", blank));
    }

    @Test
    void tellsWhenNothingChanged() {
        assertEquals("no pixel changes visibly.", changes("...", "..."));
    }

    @Test
    void tellsWhenTheClassWasNotReached() {
        assertEquals(
                "The image was not turned into \"Kleid 👗\", the classifier takes the best attempt for \"Hemd\": 5.6 %"
                        + " of the pixels change in one region: the left becomes brighter.",
                ChangeSentence.of(change(0, "......", "......", "##....", "......", "......", "......"), NAMES));
    }

    @Test
    void tellsWhenTheTimeWasUsedUp() {
        final PixelImage image = new PixelImage(new ImageShape(1, 1, 1), new byte[1]);
        assertEquals(
                "The image was not turned into \"Kleid 👗\", the classifier takes the best attempt for \"Hemd\": no"
                        + " pixel changes visibly. The time for this row was used up before the search had ended.",
                ChangeSentence.of(result(image, image, 0, SearchEnd.TIME_USED_UP), NAMES));
    }

    @Test
    void coloursMayChangeWithoutBrightness() {
        final ImageShape shape = new ImageShape(3, 1, 1);
        assertEquals(
                "To be taken for \"Kleid 👗\" instead of \"Hemd\", 100.0 % of the pixels change in one region: an area"
                        + " over most of the image becomes differently coloured.",
                ChangeSentence.of(
                        result(
                                new PixelImage(shape, new byte[] {100, 0, 0}),
                                new PixelImage(shape, new byte[] {0, 51, 0}),
                                1,
                                SearchEnd.COMPLETE),
                        NAMES));
    }
}
