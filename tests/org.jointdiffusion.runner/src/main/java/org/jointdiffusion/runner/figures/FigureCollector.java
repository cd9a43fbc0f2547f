package org.jointdiffusion.runner.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.RunResult;

/**
 * Collects the figures of a run from the tables of its nodes.
 *
 * <p>The names are those of the README. When a workflow has several nodes of one kind, the figures of the second and
 * later ones end in the node's number, for example {@code accuracy_12}.
 */
public final class FigureCollector {

    private static final Map<NodeKind, Function<NodeResult, Figures>> SOURCES = Map.of(
            NodeKind.LEARNER, NodeFigures::ofLearner,
            NodeKind.PREDICTOR, NodeFigures::ofPredictor,
            NodeKind.SCORER, NodeFigures::ofScorer,
            NodeKind.SAMPLER, NodeFigures::ofSampler,
            NodeKind.EXPLAINER, NodeFigures::ofExplainer,
            NodeKind.MODEL_SCORER, ModelScorerFigures::of);

    private FigureCollector() {}

    /** The figures that the executed nodes provide, and the duration of the whole run. */
    public static Figures collect(final RunResult run) {
        final var figures = new Figures();
        final var seen = new EnumMap<NodeKind, NodeResult>(NodeKind.class);
        for (final var node : run.nodes()) {
            if (SOURCES.containsKey(node.kind())) {
                final var isFirst = seen.putIfAbsent(node.kind(), node) == null;
                figures.putAll(SOURCES.get(node.kind()).apply(node), isFirst ? "" : "_" + node.id());
            }
        }
        figures.put("total_seconds", run.duration().toMillis() / 1000.0);
        return figures;
    }
}
