package org.jointdiffusion.runtime.reference.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.jointdiffusion.runtime.explanation.CounterfactualExplainer;
import org.jointdiffusion.runtime.explanation.ExplanationRequest;
import org.jointdiffusion.runtime.explanation.ExplanationSettings;
import org.jointdiffusion.runtime.image.PixelImage;

/** Counterfactuals by the usual settings, and what else could answer the same questions. */
final class CounterfactualFigures {

    private final TestBed bed;

    private final List<Question> questions;

    private final ChangeFigures changes;

    CounterfactualFigures(final TestBed bed) {
        this.bed = bed;
        questions = Question.of(bed);
        changes = new ChangeFigures(bed, questions);
    }

    /** The explainer's own answers. */
    List<Estimate> counterfactuals() {
        final List<ExplanationRequest> requests = questions.stream()
                .map(question -> new ExplanationRequest(
                        question.row(), question.original(), OptionalInt.of(question.desiredClass()), 0))
                .toList();
        final List<Counterfactual> found = new ArrayList<>();
        new CounterfactualExplainer(bed.network(), bed.model())
                .explain(
                        requests,
                        ExplanationSettings.usual(bed.options().seed()),
                        new ConsoleProgress("counterfactuals"),
                        found::add);
        final List<PixelImage> answers =
                found.stream().map(Counterfactual::counterfactual).toList();
        final List<Estimate> figures = new ArrayList<>(changes.measure("cf", answers));
        figures.add(Estimate.mean(
                "cf_seconds",
                found.stream().mapToDouble(Counterfactual::seconds).toArray(),
                "s an image"));
        return figures;
    }

    /** The gradient attack and the nearest training images. */
    List<Estimate> baselines() {
        final List<Estimate> figures = new ArrayList<>();
        figures.addAll(changes.measure("nearest", new NearestImages(bed.data()).answer(questions)));
        figures.addAll(changes.measure("attack", new GradientAttack(bed).answer(questions)));
        return figures;
    }
}
