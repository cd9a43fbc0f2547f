package org.jointdiffusion.nodes.predictor;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class ClassifierPredictorTests {

    private final NodeRunner m_node = new NodeRunner(new ClassifierPredictorNodeFactory());

    private final JointModelPortObject m_model = TestModels.barsAndDots();

    private final PredictorParameters m_parameters =
            NodeRunner.parameters(PredictorParameters.class, m_model.getSpec(), TestTables.IMAGES_AND_CLASSES);

    @TempDir
    private Path m_folder;

    @Test
    void appendsProbabilitiesAndPredictionAsUsualInKnime() throws Exception {
        final BufferedDataTable output =
                (BufferedDataTable) m_node.execute(m_parameters, m_model, TestTables.pictures(70))
                        .outputs()
                        .get(0);
        final DataTableSpec spec = output.getDataTableSpec();

        assertArrayEquals(
                new String[] {"image", "class", "P (class=bar)", "P (class=dot)", "Prediction (class)"},
                spec.getColumnNames());
        assertEquals(new DoubleCell(0), spec.getColumnSpec(2).getDomain().getLowerBound());
        assertEquals(new DoubleCell(1), spec.getColumnSpec(2).getDomain().getUpperBound());
        assertEquals(StringCell.TYPE, spec.getColumnSpec(4).getType());
        assertEquals(70, output.size());
        for (final DataRow row : TestTables.rows(output)) {
            final double bar = ((DoubleValue) row.getCell(2)).getDoubleValue();
            final double dot = ((DoubleValue) row.getCell(3)).getDoubleValue();
            assertEquals(1, bar + dot, 1e-6);
            assertEquals(new StringCell(bar >= dot ? "bar" : "dot"), row.getCell(4));
        }
    }

    @Test
    void specIsTheSameBeforeAndAfterExecution() throws Exception {
        final BufferedDataTable input = TestTables.pictures(3);
        final var before = m_node.configure(m_parameters, m_model.getSpec(), input.getDataTableSpec());
        final BufferedDataTable after = (BufferedDataTable)
                m_node.execute(m_parameters, m_model, input).outputs().get(0);

        assertArrayEquals(
                ((DataTableSpec) before.outputs().get(0)).getColumnNames(),
                after.getDataTableSpec().getColumnNames());
    }

    @Test
    void predictsInTheTypeOfTheTarget() throws Exception {
        final var outcome = m_node.execute(
                m_parameters, TestModels.model(List.of("3", "12"), TargetType.INTEGER), TestTables.pictures(1));
        final BufferedDataTable output = (BufferedDataTable) outcome.outputs().get(0);

        assertEquals(
                IntCell.TYPE,
                output.getDataTableSpec().getColumnSpec("Prediction (class)").getType());
    }

    @Test
    void namesCanBeChanged() throws Exception {
        m_parameters.m_predictionColumnName = Optional.of("guess");
        m_parameters.m_probabilitySuffix = " v1";
        final var spec = (DataTableSpec) m_node.configure(
                        m_parameters,
                        m_model.getSpec(),
                        spec(column("image", PngCells.TYPE), column("guess", IntCell.TYPE)))
                .outputs()
                .get(0);

        assertEquals(
                List.of("image", "guess", "P (class=bar) v1", "P (class=dot) v1", "guess (#1)"),
                Arrays.asList(spec.getColumnNames()));
    }

    @Test
    void probabilitiesCanBeLeftOut() throws Exception {
        m_parameters.m_appendProbabilities = false;
        final var output = (BufferedDataTable) m_node.execute(m_parameters, m_model, TestTables.pictures(1))
                .outputs()
                .get(0);

        assertArrayEquals(
                new String[] {"image", "class", "Prediction (class)"},
                output.getDataTableSpec().getColumnNames());
    }

    @Test
    void rowsWithoutUsableImageGetMissingPredictionsAndOneWarning() throws Exception {
        final byte[] file = PngEncoder.encode(TestImages.picture(1, 8, 8));
        final Path good = Files.write(m_folder.resolve("good.png"), file);
        final Path cut = Files.write(m_folder.resolve("cut.png"), Arrays.copyOf(file, 40));
        final BufferedDataTable input = TestTables.table(
                spec(column("file", StringCell.TYPE)),
                List.of(
                        new DataCell[] {new StringCell(cut.toString())},
                        new DataCell[] {new StringCell(good.toString())},
                        new DataCell[] {DataType.getMissingCell()},
                        new DataCell[] {
                            new StringCell(m_folder.resolve("none.png").toString())
                        }));
        m_parameters.m_imageColumn = "file";
        final var outcome = m_node.execute(m_parameters, m_model, input);
        final List<DataRow> rows = NodeRunner.rows(outcome, 0);

        assertTrue(((MissingValue) rows.get(0).getCell(3)).getError().contains("cut short"));
        assertTrue(rows.get(1).getCell(3) instanceof StringCell);
        assertEquals("The image is missing.", ((MissingValue) rows.get(2).getCell(1)).getError());
        assertTrue(((MissingValue) rows.get(3).getCell(1)).getError().startsWith("There is no file"));
        assertTrue(outcome.warning().orElseThrow().startsWith("3 rows without a usable image got missing predictions"));
    }

    @Test
    void emptyTableGivesEmptyTable() throws Exception {
        final var output = (BufferedDataTable) m_node.execute(m_parameters, m_model, TestTables.pictures(0))
                .outputs()
                .get(0);

        assertEquals(0, output.size());
        assertEquals(5, output.getDataTableSpec().getNumColumns());
    }

    @Test
    void imagesOfOtherSizesAreFitted() throws Exception {
        final BufferedDataTable input = TestTables.table(
                spec(column("image", PngCells.TYPE)),
                List.of(
                        new DataCell[] {PngCells.of(TestImages.picture(0, 8, 8))},
                        new DataCell[] {PngCells.of(TestImages.picture(0, 20, 31))}));
        final var outcome = m_node.execute(m_parameters, m_model, input);

        assertTrue(NodeRunner.rows(outcome, 0).get(1).getCell(3) instanceof StringCell);
        assertEquals(Optional.empty(), outcome.warning());
    }

    @Test
    void columnsAreUnknownWhileTheModelIs() throws Exception {
        assertNull(m_node.configure(m_parameters, null, TestTables.IMAGES_AND_CLASSES)
                .outputs()
                .get(0));
    }

    @Test
    void tableWithoutImagesIsASettingToFix() {
        final var exception = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.configure(
                        NodeRunner.parameters(
                                PredictorParameters.class, m_model.getSpec(), spec(column("x", DoubleCell.TYPE))),
                        m_model.getSpec(),
                        spec(column("x", DoubleCell.TYPE))));
        assertTrue(exception.getMessage().contains("has no image column"), exception.getMessage());
    }

    @Test
    void onlyImageColumnIsGuessed() {
        assertEquals("image", m_parameters.m_imageColumn);
        assertNull(NodeRunner.parameters(
                        PredictorParameters.class,
                        m_model.getSpec(),
                        spec(column("a", PngCells.TYPE), column("b", PngCells.TYPE)))
                .m_imageColumn);
    }

    @Test
    void emptyNameIsASettingToFix() {
        m_parameters.m_predictionColumnName = Optional.of(" ");

        assertThrows(InvalidSettingsException.class, m_parameters::validate);
    }
}
