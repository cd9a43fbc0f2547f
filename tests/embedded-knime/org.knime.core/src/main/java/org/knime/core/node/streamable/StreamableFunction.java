package org.knime.core.node.streamable;

import org.knime.core.data.DataRow;
import org.knime.core.node.ExecutionContext;

/** Makes one row from another one. */
public abstract class StreamableFunction extends StreamableOperator {
    /** Only for subclasses. */
    protected StreamableFunction() {}

    /** Called before the first row. */
    public void init(final ExecutionContext exec) throws Exception {}

    /** Returns the new row. */
    public DataRow compute(final DataRow input) throws Exception {
        throw new UnsupportedOperationException("The function computes nothing.");
    }

    /** Called after the last row. */
    public void finish() {}
}
