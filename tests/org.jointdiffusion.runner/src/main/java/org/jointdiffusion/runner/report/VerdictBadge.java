package org.jointdiffusion.runner.report;

import java.util.List;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.ResultRow;

/**
 * What the classifier and the oracle together say about a counterfactual.
 *
 * @param text semantic, adversarial or failed
 * @param meaning the same in a sentence
 */
record VerdictBadge(String text, String meaning) {

    private static final String MODEL = "the model";
    private static final String ORACLE = "the oracle, an independent classifier,";

    /** One badge if an oracle judged the counterfactual, else none. */
    static List<VerdictBadge> of(final ResultRow row) {
        final var desired = row.text(Columns.DESIRED_CLASS).orElse("?");
        final var after = row.text(Columns.CLASS_AFTER).orElse("?");
        final var oracle = row.text(Columns.ORACLE_CLASS).orElse("?");
        return row.text(Columns.VERDICT).stream()
                .map(verdict -> new VerdictBadge(verdict, meaning(verdict, desired, after, oracle)))
                .toList();
    }

    private static String meaning(final String verdict, final String desired, final String after, final String oracle) {
        return switch (verdict) {
            case "semantic" ->
                "Semantic: both " + MODEL + " and " + ORACLE + " see " + desired + ", so the image changed in meaning.";
            case "adversarial" ->
                "Adversarial: " + MODEL + " sees " + desired + ", but " + ORACLE + " sees " + oracle
                        + ", so the change only fools the model.";
            default ->
                "Failed: " + MODEL + " sees " + after + " and not " + desired + "; " + ORACLE + " sees " + oracle + ".";
        };
    }
}
