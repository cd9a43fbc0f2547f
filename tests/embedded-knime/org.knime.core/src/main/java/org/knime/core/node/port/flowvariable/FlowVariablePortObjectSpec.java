package org.knime.core.node.port.flowvariable;

import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;

/** The specification of {@link FlowVariablePortObject}. */
public final class FlowVariablePortObjectSpec implements PortObjectSpec {
    /** The only specification. */
    public static final FlowVariablePortObjectSpec INSTANCE = new FlowVariablePortObjectSpec();

    private FlowVariablePortObjectSpec() {}

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
