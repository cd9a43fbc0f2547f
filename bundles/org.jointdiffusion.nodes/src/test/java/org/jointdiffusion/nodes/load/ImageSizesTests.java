package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.Soak;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.port.PortObject;

/** Training, predicting, drawing and explaining with images of other sizes, grey and in colours. */
class ImageSizesTests {

    private static final int ROWS = 10;

    private static final int EXPLAINED_ROWS = 2;

    static Stream<ImageShape> shapes() {
        return Stream.of(
                        new ImageShape(3, 32, 32),
                        new ImageShape(1, 64, 48),
                        new ImageShape(1, 28, 28),
                        new ImageShape(3, 64, 64),
                        new ImageShape(3, 128, 128))
                .limit(Soak.cases(1, 5));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyNodeTakesAndGivesImagesOfTheSize(final ImageShape shape) throws Exception {
        final BufferedDataTable images = images(shape, ROWS);
        final JointModelPortObject model = (JointModelPortObject)
                outputs(NodeJob.learner(images, 1, ROWS, 1)).get(0);
        assertEquals(shape, model.model().specification().network().image());
        assertEquals(
                ROWS,
                ((BufferedDataTable) outputs(NodeJob.predictor(model, images)).get(0)).size());
        assertShape(shape, "Image", outputs(NodeJob.sampler(model, 1, 2, 1)).get(0));
        assertShape(
                shape,
                "Counterfactual",
                outputs(NodeJob.explainer(model, images(shape, EXPLAINED_ROWS), 2, 1))
                        .get(0));
    }

    private static List<PortObject> outputs(final NodeJob job) throws Exception {
        return job.execute(new DefaultNodeProgressMonitor()).outputs();
    }

    private static void assertShape(final ImageShape shape, final String column, final PortObject output)
            throws Exception {
        final BufferedDataTable table = (BufferedDataTable) output;
        final int index = table.getDataTableSpec().findColumnIndex(column);
        for (final var row : TestTables.rows(table)) {
            assertEquals(
                    shape,
                    ImageDecoder.decode(
                                    ((PNGImageValue) row.getCell(index))
                                            .getImageContent()
                                            .getByteArray(),
                                    ImageLimits.DEFAULT)
                            .shape());
        }
    }

    private static BufferedDataTable images(final ImageShape shape, final int number) {
        final List<DataCell[]> rows = new ArrayList<>();
        for (int row = 0; row < number; row++) {
            final byte[] grey =
                    TestImages.picture(row, shape.height(), shape.width()).values();
            final byte[] values = new byte[shape.size()];
            for (int index = 0; index < values.length; index++) {
                // each channel a little darker, so that it is no grey image
                values[index] = (byte) ((grey[index % grey.length] & 0xff) / (1 + index / grey.length));
            }
            rows.add(new DataCell[] {
                PngCells.of(new PixelImage(shape, values)), new StringCell(TestImages.className(row))
            });
        }
        return TestTables.table(TestTables.IMAGES_AND_CLASSES, rows);
    }
}
