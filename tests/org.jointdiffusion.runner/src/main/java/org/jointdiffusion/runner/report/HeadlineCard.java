package org.jointdiffusion.runner.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.runner.figures.Figures;

/**
 * One figure at the top of the report.
 *
 * @param title what was measured
 * @param value the figure
 * @param explanation one line on how to read it
 */
record HeadlineCard(String title, String value, String explanation) {

    /** The cards for those figures that were measured. */
    static List<HeadlineCard> of(final Figures figures) {
        final var cards = new ArrayList<HeadlineCard>();
        figures.get("accuracy")
                .ifPresent(accuracy -> cards.add(new HeadlineCard(
                        "Test accuracy",
                        Format.percent(accuracy),
                        "of " + count(figures, "test_images") + " images that were not used for training")));
        figures.get("train_seconds")
                .ifPresent(seconds -> cards.add(new HeadlineCard(
                        "Training", seconds(seconds), count(figures, "train_steps") + " steps from random weights")));
        figures.get("sample_own_agreement")
                .ifPresent(agreement -> cards.add(new HeadlineCard(
                        "Samples agreed",
                        Format.percent(agreement),
                        "of " + count(figures, "sample_images") + " drawn images, judged by the model itself")));
        figures.get("cf_own_validity")
                .ifPresent(validity -> cards.add(new HeadlineCard(
                        "Counterfactuals valid",
                        Format.percent(validity),
                        "of " + count(figures, "cf_images") + " images reach the other class")));
        figures.get("cf_oracle_validity")
                .ifPresent(validity -> cards.add(new HeadlineCard(
                        "Oracle agrees",
                        Format.percent(validity),
                        "an independent classifier sees the other class, too")));
        figures.get("cf_l1")
                .ifPresent(change -> cards.add(new HeadlineCard(
                        "Mean change",
                        Format.percent(change),
                        "of the grey range; " + Format.percent(figures.get("cf_changed_share")) + " of the pixels")));
        return cards;
    }

    private static String count(final Figures figures, final String name) {
        return Format.count((long) figures.get(name).orElse(0));
    }

    private static String seconds(final double seconds) {
        return Format.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
