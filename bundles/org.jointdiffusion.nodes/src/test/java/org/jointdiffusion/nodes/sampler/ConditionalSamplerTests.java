package org.jointdiffusion.nodes.sampler;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.node.PortGroup;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.testing.Cancelling;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

class ConditionalSamplerTests {

    private static final DataTableSpec REQUESTS =
            spec(column("class", StringCell.TYPE), column("count", IntCell.TYPE), column("seed", LongCell.TYPE));

    private final NodeRunner m_node = new NodeRunner(new ConditionalSamplerNodeFactory());

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    private final SamplerParameters m_parameters = NodeRunner.parameters(SamplerParameters.class, m_model.getSpec());

    @BeforeEach
    void takeFewSteps() {
        m_parameters.m_steps = Optional.of(2);
        m_parameters.m_imagesPerClass = 2;
    }

    @Test
    void makesImagesOfAllClasses() throws Exception {
        final BufferedDataTable output = (BufferedDataTable)
                m_node.execute(m_parameters, m_model).outputs().get(0);

        assertArrayEquals(
                new String[] {"Image", "Class", "Prediction", "P (Class)", "P (Prediction)", "Seed", "Row", "Settings"},
                output.getDataTableSpec().getColumnNames());
        assertEquals(List.of("bar", "bar", "dot", "dot"), texts(TestTables.rows(output), 1));
        assertEquals(List.of("0", "1", "2", "3"), texts(TestTables.rows(output), 6));
        assertEquals(
                new StringCell("DDPM, 2 steps, image guidance 3.0, seed 42"),
                TestTables.rows(output).get(0).getCell(7));
    }

    @Test
    void makesImagesOfSelectedClasses() throws Exception {
        m_parameters.m_classSource = ClassSource.SELECTED;
        m_parameters.m_selectedClasses = new String[] {"dot"};

        assertEquals(List.of("dot", "dot"), texts(rows(m_model), 1));
    }

    @Test
    void sameSeedGivesSameImagesHoweverManyAreMade() throws Exception {
        final List<DataRow> few = rows(m_model);
        m_parameters.m_imagesPerClass = 3;
        final List<DataRow> more = rows(m_model);
        m_parameters.m_seed = 43;
        final List<DataRow> others = rows(m_model);

        assertEquals(few.get(1).getCell(0), more.get(1).getCell(0));
        assertNotEquals(few.get(1).getCell(0), others.get(1).getCell(0));
    }

    @Test
    void classesHaveTheTypeOfTheTarget() throws Exception {
        final JointModelPortObject model = TestModels.model(List.of("3", "12"), TargetType.INTEGER);

        assertEquals(new IntCell(12), rows(model).get(3).getCell(1));
    }

    @Test
    void fulfilsRequestsOfATable() throws Exception {
        final BufferedDataTable requests = TestTables.table(
                REQUESTS,
                List.of(
                        new DataCell[] {new StringCell("dot"), new IntCell(1), new LongCell(5)},
                        new DataCell[] {new StringCell("bar"), new IntCell(0), new LongCell(5)},
                        new DataCell[] {new StringCell("dot"), new IntCell(2), new LongCell(5)}));
        chooseRequestColumns();
        final List<DataRow> rows = rows(m_model, requests);

        assertEquals(List.of("dot", "dot", "dot"), texts(rows, 1));
        assertEquals(List.of("5", "5", "5"), texts(rows, 5));
        assertEquals(rows.get(0).getCell(0), rows.get(1).getCell(0), "Same seed, class and number, other image");
        assertNotEquals(rows.get(1).getCell(0), rows.get(2).getCell(0));
    }

    @Test
    void requestsThatCannotBeFulfilledAreSkippedWithOneWarning() throws Exception {
        final BufferedDataTable requests = TestTables.table(
                REQUESTS,
                List.of(
                        new DataCell[] {DataType.getMissingCell(), new IntCell(1), new LongCell(1)},
                        new DataCell[] {new StringCell("cat"), new IntCell(1), new LongCell(1)},
                        new DataCell[] {new StringCell("bar"), new IntCell(1), DataType.getMissingCell()}));
        chooseRequestColumns();
        final var outcome = m_node.execute(m_parameters, m_model, requests);

        assertEquals(List.of("bar"), texts(NodeRunner.rows(outcome, 0), 1));
        assertTrue(outcome.warning().orElseThrow().startsWith("2 requests were skipped, first \"Row0\""));
    }

    @Test
    void emptyRequestsGiveEmptyTable() throws Exception {
        chooseRequestColumns();

        assertEquals(List.of(), rows(m_model, TestTables.table(REQUESTS, List.of())));
    }

    @Test
    void missingRequestColumnIsASettingToFix() {
        chooseRequestColumns();
        m_parameters.m_requestCountColumn = Optional.of("class");
        final var exception = assertThrows(
                InvalidSettingsException.class, () -> m_node.configure(m_parameters, m_model.getSpec(), REQUESTS));

        assertTrue(exception.getMessage().contains("no column \"class\" with whole numbers"), exception.getMessage());
    }

    @Test
    void onlyFittingRequestColumnIsGuessed() {
        final DataTableSpec requests = spec(column("wish", StringCell.TYPE), column("seed", LongCell.TYPE));

        assertEquals(
                "wish",
                NodeRunner.parameters(SamplerParameters.class, m_model.getSpec(), requests).m_requestClassColumn);
        assertNull(NodeRunner.parameters(SamplerParameters.class, m_model.getSpec(), REQUESTS).m_requestClassColumn);
    }

    @Test
    void unknownSelectedClassIsNamed() {
        m_parameters.m_classSource = ClassSource.SELECTED;
        m_parameters.m_selectedClasses = new String[] {"cat"};
        final var exception = assertThrows(KNIMEException.class, () -> m_node.execute(m_parameters, m_model));

        assertTrue(exception.getMessage().contains("\"cat\""), exception.getMessage());
        m_parameters.m_selectedClasses = new String[0];
        assertThrows(KNIMEException.class, () -> m_node.execute(m_parameters, m_model));
    }

    @Test
    void tableOfRequestsIsOptional() {
        final PortGroup requests = m_node.description().ports().stream()
                .filter(group -> group.id().equals("Requests"))
                .findFirst()
                .orElseThrow();

        assertEquals(PortGroup.Mode.OPTIONAL, requests.mode());
        assertTrue(requests.initialTypes().isEmpty());
    }

    @Test
    void columnsAreKnownOnceTheModelIs() throws Exception {
        final var known = (DataTableSpec)
                m_node.configure(m_parameters, m_model.getSpec()).outputs().get(0);

        assertEquals(8, known.getNumColumns());
        assertNull(
                m_node.configure(m_parameters, (DataTableSpec) null).outputs().get(0));
    }

    @Test
    void canBeCancelledWithinTwoSeconds() {
        m_parameters.m_steps = Optional.of(1000);
        m_parameters.m_imagesPerClass = 1000;

        Cancelling.assertStopsSoon(0.0005, progress -> m_node.execute(progress, m_parameters, m_model));
    }

    private void chooseRequestColumns() {
        m_parameters.m_requestClassColumn = "class";
        m_parameters.m_requestCountColumn = Optional.of("count");
        m_parameters.m_requestSeedColumn = Optional.of("seed");
    }

    private List<DataRow> rows(final PortObject... inputs) throws Exception {
        return NodeRunner.rows(m_node.execute(m_parameters, inputs), 0);
    }

    private static List<String> texts(final List<DataRow> rows, final int column) {
        return rows.stream().map(row -> row.getCell(column).toString()).toList();
    }
}
