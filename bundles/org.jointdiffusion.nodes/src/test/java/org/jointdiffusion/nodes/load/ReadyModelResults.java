package org.jointdiffusion.nodes.load;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/**
 * Predicts, draws and explains with the model that comes with the example workflow, and prints what it gets; a program
 * of its own, since PyTorch chooses its threads and instructions once in a process.
 */
final class ReadyModelResults {

    /** Begin the lines of the results, one a cell. */
    static final String IMAGE = "image ";

    static final String NUMBER = "number ";
    static final String TEXT = "text ";

    private ReadyModelResults() {}

    /** The arguments are the folder of the workflow's data and how many rows are explained. */
    public static void main(final String[] arguments) throws Exception {
        final Path data = Path.of(arguments[0]);
        final JointModelPortObject model =
                (JointModelPortObject) output(NodeJob.modelReader(data.resolve("fashion-model.safetensors")));
        final BufferedDataTable images = (BufferedDataTable) output(NodeJob.reader(data.resolve("test")));
        print("predictions", NodeJob.predictor(model, images));
        print("samples", NodeJob.sampler(model, 1, 20, 1));
        print("counterfactuals", NodeJob.explainer(model, first(images, Integer.parseInt(arguments[1])), 20, 1));
    }

    private static PortObject output(final NodeJob job) throws Exception {
        return job.execute(new DefaultNodeProgressMonitor()).outputs().get(0);
    }

    private static BufferedDataTable first(final BufferedDataTable table, final int rows) {
        final BufferedDataContainer container = new ExecutionContext(new DefaultNodeProgressMonitor(), null)
                .createDataContainer(table.getDataTableSpec());
        TestTables.rows(table).subList(0, rows).forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    private static void print(final String what, final NodeJob job) throws Exception {
        final BufferedDataTable table = (BufferedDataTable) output(job);
        final List<String> names = List.of(table.getDataTableSpec().getColumnNames());
        for (final DataRow row : TestTables.rows(table)) {
            for (final String name : names) {
                if (!NodeJob.MEASURED.contains(name)) {
                    System.out.println(what + ' ' + line(row.getCell(names.indexOf(name))));
                }
            }
        }
    }

    private static String line(final DataCell cell) throws Exception {
        if (cell instanceof PNGImageValue image) {
            return IMAGE
                    + HexFormat.of()
                            .formatHex(
                                    ImageDecoder.decode(image.getImageContent().getByteArray(), ImageLimits.DEFAULT)
                                            .values());
        }
        return cell instanceof DoubleValue number ? NUMBER + number.getDoubleValue() : TEXT + cell;
    }
}
