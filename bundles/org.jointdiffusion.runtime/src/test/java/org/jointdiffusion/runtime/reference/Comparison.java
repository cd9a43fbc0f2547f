package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Compares with plain PyTorch: each value is of two neighbouring measurements.
 *
 * <p>PyTorch is taken as it is installed, and, for the figures whose names end in {@code _tuned}, with the settings of
 * threads and memory that our engine makes for itself: what remains then is the program's own gain.
 */
final class Comparison {

    private final ReferenceProcess plain;

    private final ReferenceProcess tuned;

    Comparison(final ReferenceProcess plain, final ReferenceProcess tuned) {
        this.plain = plain;
        this.tuned = tuned;
    }

    /** Our seconds divided by theirs. */
    List<Figure> ratio(final String name, final String call, final Turns.Call ours) throws IOException {
        return figures(name, call, Turns.ROUNDS, ours, (own, theirs) -> own / theirs, "ours / PyTorch eager");
    }

    /**
     * Any figure of our seconds and theirs.
     *
     * @param call the reference's call
     * @param rounds how often both are measured, not counting the first rounds
     * @param figure makes the figure from our seconds and theirs
     */
    List<Figure> figures(
            final String name,
            final String call,
            final int rounds,
            final Turns.Call ours,
            final DoubleBinaryOperator figure,
            final String unit)
            throws IOException {
        final List<Double> toPlain = new ArrayList<>();
        final List<Double> toTuned = new ArrayList<>();
        for (int round = 0; round < Turns.WARM_UPS + rounds; round++) {
            final double plainSeconds = Turns.afterRest(() -> plain.time(call));
            final double ownSeconds = Turns.afterRest(() -> Turns.seconds(ours));
            final double tunedSeconds = Turns.afterRest(() -> tuned.time(call));
            System.err.printf(
                    "%s: %.3f s, PyTorch %.3f s, tuned %.3f s%n", name, ownSeconds, plainSeconds, tunedSeconds);
            if (round >= Turns.WARM_UPS) {
                toPlain.add(figure.applyAsDouble(ownSeconds, plainSeconds));
                toTuned.add(figure.applyAsDouble(ownSeconds, tunedSeconds));
            }
        }
        return List.of(new Figure(name, toPlain, unit), new Figure(name + "_tuned", toTuned, unit + ", tuned"));
    }
}
