package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.nodes.testing.ChildProcess;
import org.jointdiffusion.nodes.testing.ReadyWorkflow;
import org.jointdiffusion.nodes.testing.RowDifference;
import org.jointdiffusion.nodes.testing.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** By how much results differ with another number of threads, and on an older processor. */
class OtherMachinesTests {

    private static final List<String> KINDS = List.of("predictions ", "samples ", "counterfactuals ");

    /** What PyTorch, oneDNN and MKL take from a processor without AVX-512. */
    private static final Map<String, String> OLDER_PROCESSOR =
            Map.of("ATEN_CPU_CAPABILITY", "avx2", "ONEDNN_MAX_CPU_ISA", "AVX2", "MKL_ENABLE_INSTRUCTIONS", "AVX2");

    /** What rounding makes of a pixel, of 255, and of a number; a text is the same or not. */
    private static final RowDifference ROUNDING = new RowDifference(1, 1e-3);

    /** Rounding that tips a search one way or the other changes a result altogether, on few rows. */
    private static final double TIPPED_ON_OTHER_PROCESSORS = 0.1;

    @Test
    void oneThreadAndTwoDifferByRoundingOnly() throws Exception {
        compare("two threads", Map.of("OMP_NUM_THREADS", "2"), 0);
    }

    @Test
    @EnabledIfSystemProperty(named = "soak", matches = "true")
    void anOlderProcessorDiffersByRoundingOnMostRows() throws Exception {
        compare("an older processor", OLDER_PROCESSOR, TIPPED_ON_OTHER_PROCESSORS);
    }

    private static void compare(final String what, final Map<String, String> environment, final double mostTipped)
            throws Exception {
        final List<String> here = results(Map.of("OMP_NUM_THREADS", "1"));
        final List<String> there = results(environment);
        assertEquals(here.size(), there.size());
        for (final String kind : KINDS) {
            RowDifference largest = RowDifference.NONE;
            int cells = 0;
            int tipped = 0;
            for (int line = 0; line < here.size(); line++) {
                if (here.get(line).startsWith(kind)) {
                    final Optional<RowDifference> difference = difference(
                            here.get(line).substring(kind.length()),
                            there.get(line).substring(kind.length()));
                    cells++;
                    tipped += difference.isPresent() ? 0 : 1;
                    largest = largest.and(difference.orElse(RowDifference.NONE));
                }
            }
            System.out.println("Difference with " + what + ": " + kind + largest + ", but for " + tipped + " of "
                    + cells + " cells that differ by more than rounding");
            assertTrue(tipped <= mostTipped * cells, kind);
        }
    }

    /** By how much two cells differ; nothing when it is more than rounding. */
    private static Optional<RowDifference> difference(final String first, final String second) {
        if (first.startsWith(ReadyModelResults.IMAGE) && second.startsWith(ReadyModelResults.IMAGE)) {
            return Optional.of(new RowDifference(RowDifference.greyLevels(pixels(first), pixels(second)), 0))
                    .filter(OtherMachinesTests::isRounding);
        }
        if (first.startsWith(ReadyModelResults.NUMBER) && second.startsWith(ReadyModelResults.NUMBER)) {
            return Optional.of(new RowDifference(0, Math.abs(number(first) - number(second))))
                    .filter(OtherMachinesTests::isRounding);
        }
        return first.equals(second) ? Optional.of(RowDifference.NONE) : Optional.empty();
    }

    private static boolean isRounding(final RowDifference difference) {
        return ROUNDING.and(difference).equals(ROUNDING);
    }

    private static byte[] pixels(final String line) {
        return HexFormat.of().parseHex(line.substring(ReadyModelResults.IMAGE.length()));
    }

    private static double number(final String line) {
        return Double.parseDouble(line.substring(ReadyModelResults.NUMBER.length()));
    }

    private static List<String> results(final Map<String, String> environment) throws Exception {
        return ChildProcess.run(
                        ReadyModelResults.class,
                        List.of(),
                        environment,
                        ReadyWorkflow.FOLDER.resolve("data").toString(),
                        Integer.toString(Soak.cases(2, 20)))
                .lines()
                .filter(line -> KINDS.stream().anyMatch(line::startsWith))
                .toList();
    }
}
