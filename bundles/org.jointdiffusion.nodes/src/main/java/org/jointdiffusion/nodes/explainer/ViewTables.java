package org.jointdiffusion.nodes.explainer;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataServiceException;

/** What the node kept for its view: the counterfactuals and, row by row, the ways to them. */
final class ViewTables {

    /** Larger outputs are shown in part: whoever reads thousands of explanations filters the table first. */
    static final int LARGEST = 5000;

    private final BufferedDataTable m_counterfactuals;
    private final BufferedDataTable m_paths;
    private final ResultColumns m_columns;

    private ViewTables(final BufferedDataTable counterfactuals, final BufferedDataTable paths) {
        m_counterfactuals = counterfactuals;
        m_paths = paths;
        m_columns = new ResultColumns(counterfactuals.getDataTableSpec());
    }

    /**
     * The tables.
     *
     * @param internal what {@link Explaining} kept; null or empty in a workflow that was executed before there was a
     *     view
     */
    static ViewTables of(final PortObject[] internal) {
        if (internal != null
                && internal.length == 2
                && internal[0] instanceof BufferedDataTable counterfactuals
                && internal[1] instanceof BufferedDataTable paths) {
            return new ViewTables(counterfactuals, paths);
        }
        throw new DataServiceException(
                "This node was executed by a version without a view. Reset it and execute it again.");
    }

    /** Takes a row of both tables. */
    @FunctionalInterface
    interface RowConsumer {
        void accept(DataRow counterfactual, DataRow path);
    }

    /** Visits rows in their order, from one (from 0) up to but without another. */
    void forEach(final int from, final int to, final RowConsumer consumer) {
        try (CloseableRowIterator counterfactuals = m_counterfactuals.iterator();
                CloseableRowIterator paths = m_paths.iterator()) {
            for (int row = 0; row < Math.min(to, size()); row++) {
                final DataRow counterfactual = counterfactuals.next();
                final DataRow path = paths.next();
                if (row >= from) {
                    consumer.accept(counterfactual, path);
                }
            }
        }
    }

    ResultColumns columns() {
        return m_columns;
    }

    /** The number of rows that the view shows. */
    int size() {
        return (int) Math.min(LARGEST, total());
    }

    /** The number of rows of the output. */
    long total() {
        return m_counterfactuals.size();
    }
}
