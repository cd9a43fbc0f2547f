package org.jointdiffusion.nodes.settings;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** The largest probability or share. */
public final class AtMostOne extends MaxValidation {
    @Override
    protected double getMax() {
        return 1;
    }
}
