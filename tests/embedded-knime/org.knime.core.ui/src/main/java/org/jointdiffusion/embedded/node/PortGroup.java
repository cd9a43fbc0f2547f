package org.jointdiffusion.embedded.node;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.node.port.PortType;

/**
 * A group of ports of a node.
 *
 * @param id the key under which a workflow stores the group's ports
 * @param supported which types the user may choose
 * @param fixedTypes the ports that are always there
 * @param initialTypes the further ports of a new node
 */
public record PortGroup(
        String id,
        Side side,
        String name,
        String description,
        Mode mode,
        Predicate<PortType> supported,
        List<PortType> fixedTypes,
        List<PortType> initialTypes) {

    /** On which side of the node the ports are. */
    public enum Side {
        INPUT,
        OUTPUT
    }

    /** What the user can change. */
    public enum Mode {
        FIXED,
        OPTIONAL,
        EXTENDABLE,
        EXCHANGEABLE
    }

    /** Returns the ports of the group when the user has chosen these types besides the fixed ones. */
    public List<PortType> withChosen(final List<PortType> chosen) {
        return Stream.concat(fixedTypes.stream(), chosen.stream()).toList();
    }
}
