package org.jointdiffusion.embedded.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.port.PortObject;

/**
 * What configuring or executing a node gives.
 *
 * @param <T> what the output ports carry
 */
public final class Outcome<T> {

    private final List<T> outputs;
    private PortObject[] internalData = {};
    private String warning;

    /** Makes an outcome whose output ports carry nothing yet. */
    public Outcome(final int ports) {
        outputs = new ArrayList<>(Collections.nCopies(ports, null));
    }

    /** Returns what each output port carries, null where nothing was set. */
    public List<T> outputs() {
        return Collections.unmodifiableList(outputs);
    }

    /** Returns what the view reads. */
    public PortObject[] internalData() {
        return internalData.clone();
    }

    public Optional<String> warning() {
        return Optional.ofNullable(warning);
    }

    /** Sets what a port carries, counted from 0. */
    public void set(final int port, final T value) {
        if (port < 0 || port >= outputs.size()) {
            throw new ArrayIndexOutOfBoundsException("The node sets output port " + port
                    + " (counted from 0), but it has " + outputs.size() + " output ports.");
        }
        outputs.set(port, value);
    }

    /** Sets what the first ports carry. */
    @SafeVarargs
    public final void setAll(final T... values) {
        for (int port = 0; port < values.length; port++) {
            set(port, values[port]);
        }
    }

    public void setInternalData(final PortObject... data) {
        internalData = Arrays.copyOf(data, data.length);
    }

    public void setWarning(final String message) {
        warning = message;
    }
}
