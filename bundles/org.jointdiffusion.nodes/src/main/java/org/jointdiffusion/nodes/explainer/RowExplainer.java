package org.jointdiffusion.nodes.explainer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.ImageRows;
import org.jointdiffusion.runtime.diffusion.RowNumber;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.explanation.ChangePath;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.jointdiffusion.runtime.explanation.CounterfactualExplainer;
import org.jointdiffusion.runtime.explanation.ExplanationRequest;
import org.jointdiffusion.runtime.explanation.SearchEnd;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.Prediction;

/** Explains a few rows at a time and appends the results to the output, in the order of the rows. */
final class RowExplainer {

    /** A row and how many results it has; none if there is a problem. */
    private record Plan(ImageRows.Entry entry, int results, String problem) {}

    private final ExplainerParameters m_parameters;
    private final DesiredClasses m_desired;
    private final RowMasks m_masks;
    private final ExplanationTables m_output;
    private final Optional<OracleJudge> m_oracle;
    private final Classifier m_classifier;
    private final CounterfactualExplainer m_explainer;
    private int m_results;
    private int m_timeUsedUp;

    RowExplainer(
            final JointNetwork network,
            final JointModelPortObject model,
            final ExplainerParameters parameters,
            final DesiredClasses desired,
            final RowMasks masks,
            final Optional<OracleJudge> oracle,
            final ExplanationTables output) {
        m_parameters = parameters;
        m_desired = desired;
        m_masks = masks;
        m_oracle = oracle;
        m_output = output;
        m_classifier = new Classifier(network, model.model());
        m_explainer = new CounterfactualExplainer(network, model.model());
    }

    /** Explains the rows; the progress is that of these rows. */
    void explain(final List<ImageRows.Entry> entries, final NodeProgress progress) {
        final List<ExplanationRequest> requests = new ArrayList<>();
        final List<Plan> plans = plan(entries, requests);
        final List<Counterfactual> results = new ArrayList<>(requests.size());
        m_explainer.explain(requests, m_parameters.explanation(), progress, results::add);
        m_results += results.size();
        m_timeUsedUp += (int) results.stream()
                .filter(result -> result.end() == SearchEnd.TIME_USED_UP)
                .count();
        final Iterator<ChangePath> paths =
                ChangePath.of(results, m_classifier, progress).iterator();
        final Iterator<Counterfactual> next = results.iterator();
        final Iterator<Judgement> judgements =
                m_oracle.map(oracle -> oracle.judge(results)).orElse(List.of()).iterator();
        for (final Plan plan : plans) {
            for (int number = 1; number <= plan.results(); number++) {
                m_output.add(
                        plan.entry(),
                        number,
                        next.next(),
                        judgements.hasNext() ? Optional.of(judgements.next()) : Optional.empty(),
                        paths.next());
            }
            if (plan.results() == 0) {
                m_output.addMissing(plan.entry(), plan.problem());
            }
        }
    }

    /** Tells for how many counterfactuals the time was not enough, if for any. */
    void tellTimeUsedUp(final Warnings warnings) {
        if (m_timeUsedUp > 0) {
            warnings.note("The time was used up before the search had ended for " + m_timeUsedUp + " of " + m_results
                    + " counterfactuals, whose best attempts were taken. Set more seconds per row, or fewer draws or "
                    + "steps, to finish the search.");
        }
    }

    private List<Plan> plan(final List<ImageRows.Entry> entries, final List<ExplanationRequest> requests) {
        final Iterator<Prediction> predictions = m_classifier
                .predict(entries.stream()
                        .filter(ImageRows.Entry::isUsable)
                        .map(ImageRows.Entry::pixels)
                        .toList())
                .iterator();
        final List<Plan> plans = new ArrayList<>(entries.size());
        for (final ImageRows.Entry entry : entries) {
            plans.add(
                    entry.isUsable()
                            ? plan(entry, predictions.next().predictedClass(), requests)
                            : new Plan(entry, 0, entry.image().problem()));
        }
        return plans;
    }

    private Plan plan(final ImageRows.Entry entry, final int predicted, final List<ExplanationRequest> requests) {
        final DesiredClasses.Choice choice = m_desired.of(entry.row(), predicted);
        final RowMasks.Choice mask = m_masks.of(entry.row(), entry.pixels().shape());
        if (!mask.problem().isEmpty()) {
            return new Plan(entry, 0, mask.problem());
        }
        for (final OptionalInt desired : choice.classes()) {
            for (int attempt = 0; attempt < m_parameters.m_counterfactualsPerRow; attempt++) {
                requests.add(new ExplanationRequest(
                        RowNumber.of(entry.row().getKey().getString()), entry.pixels(), desired, attempt, mask.mask()));
            }
        }
        return new Plan(entry, choice.classes().size() * m_parameters.m_counterfactualsPerRow, choice.problem());
    }
}
