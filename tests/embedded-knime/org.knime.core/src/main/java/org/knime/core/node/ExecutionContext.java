package org.knime.core.node;

import java.io.IOException;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.streamable.StreamableFunction;

/** Makes the tables of a node that is executed, besides reporting its progress. */
public class ExecutionContext extends ExecutionMonitor {
    private final Node m_node;
    private final FileStoreFactory m_fileStores;

    /** Creates the context of one execution; {@code node} may be {@code null} here. */
    public ExecutionContext(final NodeProgressMonitor progress, final Node node) {
        this(progress, node, FileStoreFactory.createNotInWorkflowFileStoreFactory());
    }

    private ExecutionContext(final NodeProgressMonitor progress, final Node node, final FileStoreFactory fileStores) {
        super(progress);
        m_node = node;
        m_fileStores = fileStores;
    }

    /** Returns a container for the rows of a new table. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, DataContainerSettings.getDefault());
    }

    /** Returns a container; {@code initializeDomain}: the domains start with those of the specification. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initializeDomain) {
        return createDataContainer(
                spec,
                DataContainerSettings.builder()
                        .withInitializedDomain(initializeDomain)
                        .build());
    }

    /** Returns a container with the given settings. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        return new BufferedDataContainer(spec, settings);
    }

    /** Returns a copy of a table. */
    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(table.getDataTableSpec(), true);
        for (final DataRow row : table) {
            monitor.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    /** Returns the table that the rearranger describes. */
    public BufferedDataTable createColumnRearrangeTable(
            final BufferedDataTable table, final ColumnRearranger rearranger, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(rearranger.createSpec(), true);
        final StreamableFunction function = rearranger.createStreamableFunction();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                monitor.checkCanceled();
                container.addRowToTable(function.compute(rows.next()));
                monitor.setProgress(container.size() / (double) table.size());
            }
            function.finish();
        } catch (final CanceledExecutionException | RuntimeException exception) {
            throw exception;
        } catch (final Exception exception) {
            throw new IllegalStateException("The columns could not be computed: " + exception.getMessage(), exception);
        }
        container.close();
        return container.getTable();
    }

    /** Returns the table with other names, types that are as wide, or domains for its columns. */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable table, final DataTableSpec spec) {
        final BufferedDataContainer container = createDataContainer(
                spec, DataContainerSettings.builder().withDomainUpdate(false).build());
        table.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    /** Returns a file for results that are too large for a cell or a port object. */
    public FileStore createFileStore(final String name) throws IOException {
        return m_fileStores.createFileStore(name);
    }

    /** Returns a context for a part of the work; {@code share}: 0 to 1. */
    public ExecutionContext createSubExecutionContext(final double share) {
        return new ExecutionContext(new SubProgressMonitor(getProgressMonitor(), share, false), m_node, m_fileStores);
    }

    /** Returns a context for a part of the work, whose messages are not shown. */
    public ExecutionContext createSilentSubExecutionContext(final double share) {
        return new ExecutionContext(new SubProgressMonitor(getProgressMonitor(), share, true), m_node, m_fileStores);
    }
}
