package org.jointdiffusion.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jointdiffusion.embedded.workflow.NodeState;
import org.jointdiffusion.embedded.workflow.Workflow;
import org.jointdiffusion.embedded.workflow.WorkflowListener;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.ReadyWorkflow;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.ModelSamples;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** The example workflow with the model that comes with it, with few images so that it takes seconds. */
class ReadyModelWorkflowTests {

    @Test
    void runsAndItsModelKnowsItsClasses() throws Exception {
        final Workflow workflow = ReadyWorkflow.withFewImages();
        workflow.execute(new WorkflowListener() {});

        workflow.nodes().forEach(node -> assertEquals(NodeState.EXECUTED, node.state(), node.name()));
        final var model = (JointModelPortObject)
                workflow.node("Joint Diffusion Model Reader").output(1);
        final List<DataRow> predictions = rows(workflow, "Classifier Predictor (Joint Diffusion)");
        final List<DataRow> samples = rows(workflow, "Conditional Sampler (Joint Diffusion)");
        assertEquals(100, predictions.size());
        assertTrue(share(predictions, 1, predictions.get(0).getNumCells() - 1) >= 0.85);
        assertEquals(model.getSpec().classNames().size(), samples.size());
        assertTrue(share(samples, 1, 2) >= 0.5);
        assertEquals(
                2, rows(workflow, "Counterfactual Explainer (Joint Diffusion)").size());
    }

    /** What people read beside the model is what the model says about itself. */
    @Test
    void theCardForPeopleAgreesWithTheModel() throws Exception {
        final String card = Files.readString(ReadyWorkflow.FOLDER.resolve("data/MODEL-CARD.md"));
        final JointModel model = model();
        for (final String fact : List.of(
                "rows",
                "steps",
                "epochs",
                "validation accuracy",
                "batch size",
                "learning rate",
                "seed",
                "classification weight",
                "precision",
                "data hash (SHA-256)")) {
            final String line = "| " + fact + " | " + model.card().facts().get(fact) + " |";
            assertTrue(card.contains(line), line);
        }
        assertTrue(card.contains(String.join(", ", model.specification().classNames())));
    }

    /** Without them the view of the Model Reader would have nothing to show. */
    @Test
    void theModelHasSamplesOfAllItsClasses() throws Exception {
        final ModelSamples samples = model().samples().orElseThrow();
        assertEquals(10, samples.classes());
        assertEquals(4, samples.perClass());
    }

    private static JointModel model() throws IOException {
        try (InputStream stream =
                Files.newInputStream(ReadyWorkflow.FOLDER.resolve("data/fashion-model.safetensors"))) {
            return ModelFile.read(stream);
        }
    }

    private static List<DataRow> rows(final Workflow workflow, final String node) throws Exception {
        return TestTables.rows((BufferedDataTable) workflow.node(node).output(1));
    }

    /** The share of the rows in which two columns name the same class. */
    private static double share(final List<DataRow> rows, final int first, final int second) {
        return rows.stream()
                .mapToInt(row -> row.getCell(first).equals(row.getCell(second)) ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
