package org.jointdiffusion.nodes.explainer;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeRunner;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;

/** The Counterfactual Explainer with a column of masks. */
class ExplainerMaskTests {

    private static final DataTableSpec SPEC = spec(column("image", PngCells.TYPE), column("mask", PngCells.TYPE));

    private final NodeRunner m_node = new NodeRunner(new CounterfactualExplainerNodeFactory());

    private final JointModelPortObject m_model = TestModels.lively();

    private final ExplainerParameters m_parameters =
            NodeRunner.parameters(ExplainerParameters.class, m_model.getSpec(), SPEC);

    @BeforeEach
    void searchBriefly() {
        m_parameters.m_steps = 3;
        m_parameters.m_draws = 1;
        m_parameters.m_keepInputColumns = false;
        m_parameters.m_imageColumn = "image";
        m_parameters.m_maskColumn = Optional.of("mask");
    }

    @Test
    void onlyWhatTheMaskAllowsChanges() throws Exception {
        final DataRow row = explain(upperHalf(16)).get(0);
        final PixelImage before = image(row.getCell(0));
        final PixelImage after = image(row.getCell(1));
        int changed = 0;
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                final boolean same = before.value(0, y, x) == after.value(0, y, x);
                assertTrue(same || y < 4, "row " + y + ", column " + x);
                changed += same ? 0 : 1;
            }
        }

        assertTrue(changed > 0);
    }

    @Test
    void masksThatCannotBeUsedGiveMissingCellsWithTheReason() throws Exception {
        final List<DataRow> rows = explain(DataType.getMissingCell(), black());

        assertEquals("The mask cannot be used: The image is missing.", reason(rows.get(0)));
        assertEquals("The mask has no white pixel, so that nothing may change.", reason(rows.get(1)));
    }

    @Test
    void aMissingColumnIsASettingToFix() {
        m_parameters.m_maskColumn = Optional.of("area");
        final var exception = assertThrows(
                InvalidSettingsException.class, () -> m_node.configure(m_parameters, m_model.getSpec(), SPEC));

        assertTrue(exception.getMessage().contains("\"area\""), exception.getMessage());
    }

    private List<DataRow> explain(final DataCell... masks) throws Exception {
        final DataCell picture = PngCells.of(TestImages.picture(0, 8, 8));
        return NodeRunner.rows(
                m_node.execute(
                        m_parameters,
                        m_model,
                        TestTables.table(
                                SPEC,
                                Arrays.stream(masks)
                                        .map(mask -> new DataCell[] {picture, mask})
                                        .toList())),
                0);
    }

    /** A mask whose upper half is white. */
    private static DataCell upperHalf(final int size) {
        final byte[] values = new byte[size * size];
        Arrays.fill(values, 0, values.length / 2, (byte) 255);
        return PngCells.of(new PixelImage(new ImageShape(1, size, size), values));
    }

    private static DataCell black() {
        return PngCells.of(new PixelImage(new ImageShape(1, 8, 8), new byte[64]));
    }

    private static PixelImage image(final DataCell cell) throws Exception {
        return ImageDecoder.decode(((PNGImageValue) cell).getImageContent().getByteArray(), ImageLimits.DEFAULT);
    }

    private static String reason(final DataRow row) {
        return ((MissingValue) row.getCell(1)).getError();
    }
}
