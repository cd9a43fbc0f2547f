package org.jointdiffusion.embedded.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sorts the nodes of a workflow such that every node comes after those on which it depends. */
final class ExecutionOrder {

    private ExecutionOrder() {}

    /** Returns the sorted nodes; among those that could come next, the one with the smallest number does. */
    static List<WorkflowNode> of(final List<WorkflowNode> nodes, final List<Connection> connections)
            throws WorkflowException {
        final List<WorkflowNode> remaining = new ArrayList<>(nodes);
        remaining.sort(Comparator.comparingInt(WorkflowNode::id));
        final List<WorkflowNode> sorted = new ArrayList<>();
        final Set<Integer> done = new HashSet<>();
        while (!remaining.isEmpty()) {
            final WorkflowNode next = remaining.stream()
                    .filter(node -> connections.stream()
                            .filter(connection -> connection.targetId() == node.id())
                            .allMatch(connection -> done.contains(connection.sourceId())))
                    .findFirst()
                    .orElseThrow(() -> new WorkflowException("The connections of the workflow form a circle through the"
                            + " node " + remaining.get(0).label() + ". Remove one of them in KNIME."));
            remaining.remove(next);
            sorted.add(next);
            done.add(next.id());
        }
        return sorted;
    }
}
