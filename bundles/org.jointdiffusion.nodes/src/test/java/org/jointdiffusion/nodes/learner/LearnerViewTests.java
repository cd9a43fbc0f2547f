package org.jointdiffusion.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObject;

/** What the node sends to its view; tests/views tests the page in a browser. */
class LearnerViewTests {

    private final JointDiffusionLearnerNodeFactory m_factory = new JointDiffusionLearnerNodeFactory();

    private final EmbeddedView m_view = EmbeddedNode.of(m_factory).view().orElseThrow();

    private final LearnerParameters m_parameters =
            NodeRunner.parameters(LearnerParameters.class, TestTables.IMAGES_AND_CLASSES);

    private Outcome<PortObject> train(final int previews) throws Exception {
        m_parameters.m_stopRule = StopRule.EPOCHS;
        m_parameters.m_maximumEpochs = 1;
        m_parameters.m_batchSize = 16;
        m_parameters.m_validationShare = 0.25;
        m_parameters.m_previewsPerClass = previews;
        return new NodeRunner(m_factory).execute(m_parameters, TestTables.pictures(40));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Object>> table(final Map<String, Object> index, final String name) {
        return (Map<String, List<Object>>) index.get(name);
    }

    private static long sum(final List<Object> numbers) {
        return numbers.stream()
                .mapToLong(number -> ((Number) number).longValue())
                .sum();
    }

    @Test
    void sendsWhatTheTrainingFound() throws Exception {
        final Outcome<PortObject> outcome = train(1);
        final var index = LearnerViewTables.of(outcome.internalData()).index();
        final var facts = ((JointModelPortObject) outcome.outputs().get(0)).facts();

        assertEquals(List.of("bar", "dot"), index.get("classes"));
        assertEquals(List.of(0, 1), table(index, "rows").get("desired"));
        assertEquals(
                NodeRunner.rows(outcome, 1).size(),
                table(index, "history").get("Step").size());
        assertEquals(
                Double.parseDouble(NodeRunner.rows(outcome, 1).get(0).getCell(6).toString()),
                (double) table(index, "history")
                        .get("Validation classification loss")
                        .get(0),
                1e-12);
        assertEquals(10, sum(table(index, "confusion").get("Rows")), "each validation row is counted once");
        assertEquals(20, sum(table(index, "reliability").get("Rows")), "before and after the calibration");
        assertEquals(List.copyOf(facts.keySet()), table(index, "facts").get("Fact"));
        assertEquals(List.copyOf(facts.values()), table(index, "facts").get("Value"));
    }

    @Test
    void confusionAgreesWithTheAccuracyOnTheModelCard() throws Exception {
        final Outcome<PortObject> outcome = train(0);
        final var confusion = table(LearnerViewTables.of(outcome.internalData()).index(), "confusion");
        long right = 0;
        for (int i = 0; i < confusion.get("Rows").size(); i++) {
            if (confusion.get("Actual").get(i).equals(confusion.get("Predicted").get(i))) {
                right += ((Number) confusion.get("Rows").get(i)).longValue();
            }
        }

        assertEquals(
                Double.parseDouble(((JointModelPortObject) outcome.outputs().get(0))
                        .facts()
                        .get("validation accuracy")),
                right / 10.0,
                1e-9);
    }

    @Test
    void answersThePageAsText() throws Exception {
        final PortObject[] internal = train(1).internalData();

        final String initial = m_view.initialData(null, internal);
        assertTrue(initial.startsWith("{\"result\":{\"size\":2,"), initial);
        assertTrue(initial.contains("\"history\":{\"Step\":["), initial);
        assertTrue(m_view.call(null, internal, "details", 0, 24).startsWith("{\"result\":[{\"image\":\"iVBOR"));
    }

    @Test
    void saysWhatToDoWhenAnOlderVersionExecutedTheNode() {
        assertTrue(m_view.initialData(null).contains("execute it again"), m_view.initialData(null));
    }
}
