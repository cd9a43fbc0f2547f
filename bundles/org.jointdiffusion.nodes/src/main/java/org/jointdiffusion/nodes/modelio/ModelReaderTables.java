package org.jointdiffusion.nodes.modelio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.nodes.view.CardTable;
import org.jointdiffusion.nodes.view.ViewTable;
import org.jointdiffusion.nodes.view.ViewValues;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.ModelSamples;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/**
 * What the node keeps for its view.
 *
 * @param samples the class and the image of each sample
 * @param classes the names of all classes
 * @param facts what the model is and how it was made
 */
record ModelReaderTables(ViewTable samples, ViewTable classes, ViewTable facts) {

    private static final String CLASS = "Class";

    private static final DataTableSpec CLASSES =
            new NewColumns().add(CLASS, StringCell.TYPE).spec();

    private static final DataTableSpec SAMPLES = new NewColumns()
            .add(CLASS, StringCell.TYPE)
            .add("Image", PngCells.TYPE)
            .spec();

    static PortObject[] make(final JointModelPortObject port, final ExecutionContext exec) {
        return new PortObject[] {samples(port, exec), classes(port, exec), CardTable.of(port.facts(), exec)};
    }

    /** The tables that an executed node kept. */
    static ModelReaderTables of(final PortObject[] internal) {
        final ViewTable[] tables = ViewTable.of(internal, 3);
        return new ModelReaderTables(tables[0], tables[1], tables[2]);
    }

    private static BufferedDataTable samples(final JointModelPortObject port, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(SAMPLES);
        if (port.model().samples().isPresent()) {
            final ModelSamples samples = port.model().samples().get();
            for (int number = 0; number < samples.classes(); number++) {
                final StringCell name =
                        new StringCell(port.getSpec().classNames().get(number));
                for (final PixelImage image : samples.ofClass(number)) {
                    container.addRowToTable(
                            new DefaultRow(RowKey.createRowKey(container.size()), name, PngCells.of(image)));
                }
            }
        }
        container.close();
        return container.getTable();
    }

    private static BufferedDataTable classes(final JointModelPortObject port, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(CLASSES);
        port.getSpec()
                .classNames()
                .forEach(name -> container.addRowToTable(
                        new DefaultRow(RowKey.createRowKey(container.size()), new StringCell(name))));
        container.close();
        return container.getTable();
    }

    /**
     * What the view starts with: {@code size}, the number of samples, {@code samples}, the class of each of them,
     * {@code classes}, the names of all classes, and {@code facts}, column by column.
     */
    Map<String, Object> index() {
        final Map<String, Object> index = new LinkedHashMap<>();
        index.put("size", samples.size());
        index.put("samples", names(samples));
        index.put("classes", names(classes));
        index.put("facts", facts.columns());
        return index;
    }

    private static List<String> names(final ViewTable table) {
        final List<String> names = new ArrayList<>();
        table.forEach(0, table.size(), row -> names.add(ViewValues.text(row.getCell(0))));
        return names;
    }
}
