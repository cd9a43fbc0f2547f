package org.jointdiffusion.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdiffusion.embedded.workflow.NodeState;
import org.jointdiffusion.embedded.workflow.Workflow;
import org.jointdiffusion.embedded.workflow.WorkflowListener;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** The smaller example workflows; those that train do so for a few steps only. */
class SmallWorkflowTests {

    private static final Path WORKFLOWS = Path.of(System.getProperty("basedir", "."))
            .resolve("../../example-workflows")
            .toAbsolutePath()
            .normalize();

    @Test
    void aModelLearnsFromImagesWithoutLabelsToo() throws Exception {
        final Workflow workflow = Workflow.load(WORKFLOWS.resolve("Learn from few labels"));
        workflow.setParameter("Conditional Sampler (Joint Diffusion)", "imagesPerClass", "1");
        workflow.setParameter("Conditional Sampler (Joint Diffusion)", "sampler", "DPM_SOLVER");
        shorten(workflow, "2");
        execute(workflow);

        final Map<String, String> facts = facts(workflow, "2");
        assertEquals("100", facts.get("labelled rows"));
        assertEquals("900", facts.get("unlabelled rows"));
        assertEquals(300, table(workflow, "4").size());
    }

    @Test
    void theSecondModelGoesOnWithTheFirstAndKnowsOneClassMore() throws Exception {
        final Workflow workflow = Workflow.load(WORKFLOWS.resolve("Add a class to a model"));
        shorten(workflow, "3");
        shorten(workflow, "4");
        execute(workflow);

        final List<String> first = model(workflow, "3").getSpec().classNames();
        final List<String> second = model(workflow, "4").getSpec().classNames();
        assertEquals(9, first.size());
        assertFalse(first.contains("Bag"));
        assertEquals(first, second.subList(0, 9));
        assertEquals("Bag", second.get(9));
        assertEquals(facts(workflow, "3").get("steps"), facts(workflow, "4").get("steps of earlier trainings"));
    }

    @Test
    void oddImagesGetNoPrediction() throws Exception {
        final Workflow workflow = Workflow.load(WORKFLOWS.resolve("Find odd images"));
        execute(workflow);

        final BufferedDataTable table = table(workflow, "3");
        final int label = table.getDataTableSpec().findColumnIndex("Label");
        final int prediction = table.getDataTableSpec().findColumnIndex("Prediction (class)");
        int found = 0;
        for (final DataRow row : TestTables.rows(table)) {
            if (row.getCell(label).toString().equals("odd")) {
                found += row.getCell(prediction).isMissing() ? 1 : 0;
            } else {
                assertFalse(row.getCell(prediction).isMissing(), row.toString());
            }
        }
        assertTrue(found >= 9, found + " of 13");
    }

    @Test
    void theSecondModelLearnsFromAsManyImagesOfEachClass() throws Exception {
        final Workflow workflow = Workflow.load(WORKFLOWS.resolve("Balance a small class"));
        workflow.setParameter("Conditional Sampler (Joint Diffusion)", "sampler", "DPM_SOLVER");
        workflow.setParameter("Conditional Sampler (Joint Diffusion)", "steps", "2");
        shorten(workflow, "3");
        shorten(workflow, "10");
        execute(workflow);

        assertEquals(54, table(workflow, "7").size());
        for (final DataRow row : TestTables.rows(table(workflow, "7"))) {
            assertEquals("Sandal", row.getCell(1).toString());
        }
        final BufferedDataTable both = table(workflow, "9");
        final Map<String, Long> counts = TestTables.rows(both).stream()
                .collect(Collectors.groupingBy(row -> row.getCell(1).toString(), Collectors.counting()));
        assertEquals("Label", both.getDataTableSpec().getColumnSpec(1).getName());
        assertEquals(10, counts.size());
        counts.forEach((name, count) -> assertEquals(60, count, name));
        assertEquals("600", facts(workflow, "10").get("labelled rows"));
    }

    @Test
    void theImagesOfAFolderAreClassifiedIntoAFile(@TempDir final Path folder) throws Exception {
        final Path copy = folder.resolve("job");
        copy(WORKFLOWS.resolve("Classify a folder in batch"), copy);
        final Path others = folder.resolve("others");
        copy(copy.resolve("data/images/delivery 2"), others.resolve("delivery 3"));
        final Workflow workflow = Workflow.load(copy);
        execute(workflow);

        final Path file = copy.resolve("data/predictions.csv");
        final List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).startsWith("\"Label\",\"Name\","), lines.get(0));
        assertTrue(lines.get(0).endsWith(",\"Prediction (class)\""), lines.get(0));
        assertEquals(51, lines.size());
        workflow.nodes().forEach(node -> assertEquals(Optional.empty(), node.warning(), node.name()));

        workflow.setVariable("folder", others.toString());
        workflow.setVariable("device", "CPU");
        execute(workflow);
        final List<String> expected = lines.stream()
                .filter(line -> line.startsWith("\"delivery 2\""))
                .map(line -> withoutNumbers(line.replace("delivery 2", "delivery 3")))
                .toList();
        assertEquals(25, expected.size());
        final List<String> second = Files.readAllLines(file);
        assertEquals(lines.get(0), second.get(0));
        assertEquals(
                expected,
                second.stream().skip(1).map(SmallWorkflowTests::withoutNumbers).toList());
    }

    /** How many images are computed at once may change the last digits of a probability. */
    private static String withoutNumbers(final String line) {
        return line.replaceAll(",[0-9.E-]+", "");
    }

    private static void copy(final Path from, final Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (final Path file : files.toList()) {
                final Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void shorten(final Workflow workflow, final String learner) throws Exception {
        workflow.setParameter(learner, "stopRule", "STEPS");
        workflow.setParameter(learner, "maximumSteps", "3");
        workflow.setParameter(learner, "previewsPerClass", "0");
    }

    private static void execute(final Workflow workflow) throws Exception {
        workflow.execute(new WorkflowListener() {});
        workflow.nodes().forEach(node -> assertEquals(NodeState.EXECUTED, node.state(), node.name()));
    }

    private static JointModelPortObject model(final Workflow workflow, final String node) throws Exception {
        return (JointModelPortObject) workflow.node(node).output(1);
    }

    private static Map<String, String> facts(final Workflow workflow, final String node) throws Exception {
        return model(workflow, node).model().card().facts();
    }

    private static BufferedDataTable table(final Workflow workflow, final String node) throws Exception {
        return (BufferedDataTable) workflow.node(node).output(1);
    }
}
