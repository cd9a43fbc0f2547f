package org.jointdiffusion.runtime.reference.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainOptionsTests {

    private static ExplainOptions parse(final String... arguments) {
        return ExplainOptions.parse(List.of(arguments));
    }

    private static void assertRefused(final String part, final String... arguments) {
        final IllegalArgumentException exception = assertThrows(IllegalArgumentException.class, () -> parse(arguments));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }

    @Test
    void nothingAskedForMeansTheUsualParts() {
        assertEquals(ExplainOptions.DEFAULT, parse());
        assertEquals(EnumSet.complementOf(EnumSet.of(ExplainPart.GUIDED_SAMPLERS)), parse().parts());
    }

    @Test
    void everyOptionIsUnderstood() {
        assertEquals(
                new ExplainOptions(
                        Optional.of(Path.of("m")),
                        1.5,
                        Path.of("d"),
                        20,
                        30,
                        40,
                        50,
                        6,
                        EnumSet.of(ExplainPart.SAMPLES, ExplainPart.CLASSIFIER_ONLY),
                        Optional.of(Path.of("o"))),
                parse(("--model m --minutes 1.5 --data d --rows 20 --samples 30 --steps 40 --oracle-steps 50 --seed 6"
                                + " --only samples,classifier-only --out o")
                        .split(" ")));
    }

    @Test
    void theUsageNamesEveryPart() {
        for (final ExplainPart part : ExplainPart.values()) {
            assertTrue(ExplainOptions.USAGE.contains(part.title()), part.title());
            assertEquals(part, ExplainPart.of(part.title()));
        }
    }

    @Test
    void mistakesAreNamed() {
        assertRefused("no option \"--row\"", "--row", "5");
        assertRefused("\"--rows\" is not followed", "--rows");
        assertRefused("--rows takes a whole number of 2 or more, not \"1\"", "--rows", "1");
        assertRefused("--rows takes a number up to 9000", "--rows", "9001");
        assertRefused("--samples takes a multiple of 10 up to 5000", "--samples", "15");
        assertRefused("--minutes takes a number above 0, not \"soon\"", "--minutes", "soon");
        assertRefused("The parts are: accuracy, samples", "--only", "accuracy,sample");
    }
}
