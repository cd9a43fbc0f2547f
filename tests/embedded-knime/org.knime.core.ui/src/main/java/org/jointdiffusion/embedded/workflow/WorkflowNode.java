package org.jointdiffusion.embedded.workflow;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.jointdiffusion.embedded.node.Outcome;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.embedded.settings.PortInput;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** A node of a workflow. */
public final class WorkflowNode {

    private final int id;
    private final String factoryClassName;
    private final Optional<String> annotation;
    private final EmbeddedNode node;
    private final NodePorts ports;
    private final NodeSettings settings;
    private final NodeSettings viewSettings;
    private final Map<String, String> variableUses;
    private String name;
    private NodeParameters parameters;
    private volatile NodeState state = NodeState.IDLE;
    private List<PortObjectSpec> outputSpecs;
    private List<PortObject> outputs;
    private PortObject[] internalData = {};
    private Duration duration = Duration.ZERO;
    private Optional<String> warning = Optional.empty();

    WorkflowNode(
            final int id,
            final String factoryClassName,
            final Optional<String> annotation,
            final EmbeddedNode node,
            final NodePorts ports,
            final NodeSettings settings,
            final NodeSettings viewSettings,
            final Map<String, String> variableUses) {
        this.id = id;
        this.factoryClassName = factoryClassName;
        this.annotation = annotation;
        this.node = node;
        this.ports = ports;
        this.settings = settings;
        this.viewSettings = viewSettings;
        this.variableUses = variableUses;
        this.name = node.description().name();
        reset();
    }

    public int id() {
        return id;
    }

    /** Returns the name of the node, with {@code " #id"} if another node of the workflow has it too. */
    public String name() {
        return name;
    }

    /** Returns the text that the user wrote below the node, empty if none. */
    public Optional<String> annotation() {
        return annotation;
    }

    public String factoryClassName() {
        return factoryClassName;
    }

    public NodeState state() {
        return state;
    }

    /**
     * Returns what an output port carries.
     *
     * @param port the port, counted from 1; the embedded host has no flow variables, which port 0 would carry
     * @throws IllegalStateException if the node is not executed
     */
    public PortObject output(final int port) {
        if (port < 1 || port > outputs.size()) {
            throw new IllegalArgumentException("The node " + label() + " has the output ports 1 to " + outputs.size()
                    + ", but none with the number " + port + ".");
        }
        if (state != NodeState.EXECUTED) {
            throw new IllegalStateException("The node " + label() + " is not executed, so it has no output yet.");
        }
        return outputs.get(port - 1);
    }

    /** Returns how long the node was executing. */
    public Duration duration() {
        return duration;
    }

    /** Returns the warning of the node, empty if it has none. */
    public Optional<String> warning() {
        return warning;
    }

    /** Returns a copy of the node's settings as the workflow stores them. */
    public NodeSettings settings() {
        final NodeSettings copy = new NodeSettings("model");
        settings.copyTo(copy);
        return copy;
    }

    /** Returns the view of the node, empty if it has none. */
    public Optional<EmbeddedView> view() {
        return node.view();
    }

    /** Returns the data that the view of the executed node starts with, as KNIME sends it; empty without a view. */
    public Optional<String> viewData() throws InvalidSettingsException {
        final Optional<EmbeddedView> view = node.view();
        return view.isEmpty()
                ? Optional.empty()
                : Optional.of(view.get().initialData(viewParameters(view.get()), internalData));
    }

    /**
     * Calls a method of the data service of the executed node's view, and returns the answer as KNIME sends it.
     *
     * @throws IllegalStateException if the node has no view
     */
    public String callView(final String method, final Object... arguments) throws InvalidSettingsException {
        final EmbeddedView view =
                node.view().orElseThrow(() -> new IllegalStateException("The node " + label() + " has no view."));
        return view.call(viewParameters(view), internalData, method, arguments);
    }

    /** Returns the name of the node's kind. */
    String kind() {
        return node.description().name();
    }

    /** Returns the name and number for messages. */
    String label() {
        return name.endsWith("#" + id) ? "\"" + name + "\"" : "\"" + name + "\" (#" + id + ")";
    }

    NodePorts ports() {
        return ports;
    }

    PortObjectSpec outputSpec(final int port) {
        return outputSpecs.get(port - 1);
    }

    void appendIdToName() {
        name = kind() + " #" + id;
    }

    /** Loads the settings. */
    void loadSettings() throws InvalidSettingsException {
        if (node.parametersClass().isPresent() && settings.iterator().hasNext()) {
            parameters = ParametersPersistence.load(node.parametersClass().get(), settings);
        }
    }

    /** Sets one entry of the settings from a text; the settings stay as they are if the text does not fit. */
    void setParameter(final String path, final String text) throws InvalidSettingsException {
        if (variableUses.containsKey(path)) {
            throw new InvalidSettingsException("The setting takes its value from the flow variable \""
                    + variableUses.get(path) + "\". Set that variable.");
        }
        change(changed -> ParameterEntries.set(changed, path, text));
    }

    /** Overwrites the settings that take their values from variables. */
    void overwriteSettings(final FlowVariables variables) throws InvalidSettingsException {
        if (!variableUses.isEmpty()) {
            change(changed -> variables.overwrite(changed, variableUses));
        }
    }

    private void change(final Change change) throws InvalidSettingsException {
        final NodeSettings changed = new NodeSettings("model");
        if (node.parametersClass().isPresent()) {
            // the entries of fields that the workflow does not have yet
            ParametersPersistence.save(
                    ParametersPersistence.create(
                            node.parametersClass().get(),
                            PortInput.ofSpecs(new PortObjectSpec[ports.inputs().size()])),
                    changed);
        }
        settings.copyTo(changed);
        change.apply(changed);
        if (node.parametersClass().isPresent()) {
            parameters = ParametersPersistence.load(node.parametersClass().get(), changed);
        }
        changed.copyTo(settings);
    }

    /** Forgets what an earlier execution gave. */
    void reset() {
        state = NodeState.IDLE;
        outputSpecs = Arrays.asList(new PortObjectSpec[ports.outputs().size()]);
        outputs = Arrays.asList(new PortObject[ports.outputs().size()]);
        internalData = new PortObject[0];
        duration = Duration.ZERO;
        warning = Optional.empty();
    }

    /** Configures the node with the specs of its inputs, which are all known. */
    void configure(final PortObjectSpec[] inputs) throws InvalidSettingsException {
        state = NodeState.FAILED;
        if (parameters == null && node.parametersClass().isPresent()) {
            parameters = ParametersPersistence.create(
                    node.parametersClass().get(),
                    new PortInput(ports.inputTypes(), inputs, new PortObject[inputs.length], ports.outputTypes()));
        }
        if (parameters != null) {
            // KNIME does this when settings are loaded; here several may have been set one after the other since
            parameters.validate();
        }
        final Outcome<PortObjectSpec> outcome = node.configure(parameters, inputs, ports.outputTypes());
        outputSpecs = outcome.outputs();
        warning = outcome.warning();
        state = NodeState.CONFIGURED;
    }

    /** Executes the node with its inputs. */
    void execute(final PortObject[] inputs, final ExecutionContext context) throws Exception {
        final long start = System.nanoTime();
        state = NodeState.EXECUTING;
        boolean finished = false;
        try {
            final Outcome<PortObject> outcome = node.execute(parameters, inputs, ports.outputTypes(), context);
            context.checkCanceled();
            check(outcome);
            outputs = outcome.outputs();
            // what the node said when it was configured is no longer shown
            warning = TableWarnings.of(outcome.warning(), outputSpecs, outputs);
            outputSpecs = outputs.stream().map(PortObject::getSpec).toList();
            internalData = outcome.internalData();
            finished = true;
        } finally {
            duration = Duration.ofNanos(System.nanoTime() - start);
            state = finished ? NodeState.EXECUTED : NodeState.FAILED;
        }
    }

    private void check(final Outcome<PortObject> outcome) {
        final int missing = outcome.outputs().indexOf(null);
        if (missing >= 0) {
            throw new IllegalStateException("The node gave nothing to its output port " + (missing + 1) + ".");
        }
    }

    private NodeParameters viewParameters(final EmbeddedView view) throws InvalidSettingsException {
        final Optional<Class<? extends NodeParameters>> type = view.parametersClass();
        return type.isEmpty() ? null : viewParameters(type.get());
    }

    private <P extends NodeParameters> P viewParameters(final Class<P> type) throws InvalidSettingsException {
        // KNIME fills missing view settings with defaults too
        return viewSettings.iterator().hasNext()
                ? ParametersPersistence.load(type, viewSettings)
                : ParametersPersistence.create(type, PortInput.ofSpecs());
    }

    @FunctionalInterface
    private interface Change {
        void apply(NodeSettings settings) throws InvalidSettingsException;
    }
}
