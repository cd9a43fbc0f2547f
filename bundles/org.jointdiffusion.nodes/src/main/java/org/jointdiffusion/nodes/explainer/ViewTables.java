package org.jointdiffusion.nodes.explainer;

import org.jointdiffusion.nodes.view.ViewTable;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;

/** What the node kept for its view: the counterfactuals and, row by row, the ways to them. */
final class ViewTables {

    private final ViewTable m_counterfactuals;
    private final ViewTable m_paths;
    private final ResultColumns m_columns;

    private ViewTables(final ViewTable counterfactuals, final ViewTable paths) {
        m_counterfactuals = counterfactuals;
        m_paths = paths;
        m_columns = new ResultColumns(counterfactuals.spec());
    }

    /**
     * The tables.
     *
     * @param internal what {@link Explaining} kept; null or empty in a workflow that was executed before there was a
     *     view
     */
    static ViewTables of(final PortObject[] internal) {
        final ViewTable[] tables = ViewTable.of(internal, 2);
        return new ViewTables(tables[0], tables[1]);
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
        return m_counterfactuals.size();
    }

    /** The number of rows of the output. */
    long total() {
        return m_counterfactuals.total();
    }
}
