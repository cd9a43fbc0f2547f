package org.jointdiffusion.nodes.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jointdiffusion.nodes.learner.LearnerReferences.BatchSize;
import org.jointdiffusion.nodes.learner.LearnerReferences.Channels;
import org.jointdiffusion.nodes.learner.LearnerReferences.Colors;
import org.jointdiffusion.nodes.learner.LearnerReferences.Epochs;
import org.jointdiffusion.nodes.learner.LearnerReferences.Height;
import org.jointdiffusion.nodes.learner.LearnerReferences.Images;
import org.jointdiffusion.nodes.learner.LearnerReferences.ImagesAtOnce;
import org.jointdiffusion.nodes.learner.LearnerReferences.Levels;
import org.jointdiffusion.nodes.learner.LearnerReferences.Minutes;
import org.jointdiffusion.nodes.learner.LearnerReferences.Preset;
import org.jointdiffusion.nodes.learner.LearnerReferences.ResidualBlocks;
import org.jointdiffusion.nodes.learner.LearnerReferences.Steps;
import org.jointdiffusion.nodes.learner.LearnerReferences.Width;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.settings.DeviceChoice;
import org.jointdiffusion.nodes.settings.ExecutionParameters;
import org.jointdiffusion.nodes.settings.Expense;
import org.jointdiffusion.nodes.settings.PrecisionChoice;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.network.MemoryEstimate;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.WorkEstimate;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;

/**
 * Tells in the dialog what memory and time the training will take about, as soon as the size of its images is known.
 */
final class LearnerExpense implements StateProvider<Optional<Message>> {

    /** Where the size is taken from the data, so many rows are looked at for an image that can be read. */
    private static final int MOST_ROWS = 20;

    /** The number of classes hardly matters. */
    private static final int USUAL_CLASSES = 10;

    /** The smallest number of steps with which models of small images were of any use. */
    private static final int FEWEST_STEPS = 300;

    private static final double LONG_HOURS = 12;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int SECONDS_AN_HOUR = 3600;

    /** Each copies the present value of one setting. */
    private final List<Consumer<LearnerParameters>> m_values = new ArrayList<>();

    private Supplier<DeviceChoice> m_device;
    private Supplier<PrecisionChoice> m_precision;

    @Override
    public void init(final StateProviderInitializer i) {
        i.computeBeforeOpenDialog();
        m_device = i.computeFromValueSupplier(ExecutionParameters.DeviceReference.class);
        m_precision = i.computeFromValueSupplier(ExecutionParameters.PrecisionReference.class);
        follow(i, Preset.class, (p, value) -> p.m_preset = value);
        follow(i, NetworkParameters.SizeRuleReference.class, (p, value) -> p.m_sizeRule = value);
        follow(i, Width.class, (p, value) -> p.m_imageWidth = value);
        follow(i, Height.class, (p, value) -> p.m_imageHeight = value);
        follow(i, Colors.class, (p, value) -> p.m_colors = value);
        follow(i, Channels.class, (p, value) -> p.m_channels = value);
        follow(i, Levels.class, (p, value) -> p.m_levels = value);
        follow(i, ResidualBlocks.class, (p, value) -> p.m_residualBlocks = value);
        follow(i, BatchSize.class, (p, value) -> p.m_batchSize = value);
        follow(i, ImagesAtOnce.class, (p, value) -> p.m_imagesAtOnce = value);
        follow(i, Images.class, (p, value) -> p.m_imageColumn = value);
        follow(i, LearnerParameters.StopRuleReference.class, (p, value) -> p.m_stopRule = value);
        follow(i, Minutes.class, (p, value) -> p.m_maximumMinutes = value);
        follow(i, Epochs.class, (p, value) -> p.m_maximumEpochs = value);
        follow(i, Steps.class, (p, value) -> p.m_maximumSteps = value);
    }

    private <T> void follow(
            final StateProviderInitializer i,
            final Class<? extends ParameterReference<T>> setting,
            final BiConsumer<LearnerParameters, T> copy) {
        final Supplier<T> value = i.computeFromValueSupplier(setting);
        m_values.add(parameters -> copy.accept(parameters, value.get()));
    }

    @Override
    public Optional<Message> computeState(final NodeParametersInput input) {
        final LearnerParameters parameters = new LearnerParameters();
        m_values.forEach(copy -> copy.accept(parameters));
        return Expense.ifPossible(
                () -> network(parameters, input).flatMap(network -> message(network, parameters, rows(input))));
    }

    private Optional<Message> message(
            final NetworkConfiguration network, final LearnerParameters parameters, final OptionalLong rows) {
        final int batch = parameters.m_batchSize;
        final int atOnce = Math.min(batch, parameters.imagesAtOnce().orElse(batch));
        final double step = new WorkEstimate(network, Expense.cores()).trainingSeconds(batch);
        final Expense expense = new Expense(m_device.get(), "images of " + network.image())
                .memory(
                        new MemoryEstimate(network, Expense.arithmetic(m_precision.get()))
                                .trainingBytes(atOnce, Expense.lanes(m_device.get(), atOnce)),
                        "Choose a smaller network, a smaller image size, or fewer images at once.");
        switch (parameters.m_stopRule) {
            case MINUTES -> addSteps(expense, parameters.m_maximumMinutes * SECONDS_A_MINUTE / step);
            case STEPS -> addTime(expense, parameters.m_maximumSteps * step);
            case EPOCHS -> {
                if (rows.isPresent()) {
                    addTime(expense, parameters.m_maximumEpochs * Math.ceil((double) rows.getAsLong() / batch) * step);
                }
            }
        }
        return expense.message();
    }

    private static void addSteps(final Expense expense, final double steps) {
        expense.count(steps, "training step", " in that time")
                .warnIf(
                        steps < FEWEST_STEPS,
                        "So few steps rarely give a useful model. Choose a smaller network, a smaller image size, or "
                                + "more minutes.");
    }

    private static void addTime(final Expense expense, final double seconds) {
        expense.time(seconds, " of training")
                .warnIf(
                        seconds > LONG_HOURS * SECONDS_AN_HOUR,
                        "That is long. Choose a smaller network or a smaller image size, or train on a GPU.");
    }

    /** The network that would be trained; empty as long as the size of its images is not known. */
    private static Optional<NetworkConfiguration> network(
            final LearnerParameters parameters, final NodeParametersInput input) {
        if (Arrays.asList(input.getInPortTypes()).contains(JointModelPortObject.TYPE)) {
            return LearnerPorts.model(input.getInPortSpecs())
                    .map(model -> model.specification().network());
        }
        final boolean sizeIsKnown =
                parameters.m_sizeRule == ImageSizeRule.CUSTOM && parameters.m_colors != ColorRule.AUTOMATIC;
        return (sizeIsKnown ? Optional.of(Map.<ImageShape, Integer>of()) : shapes(parameters, input))
                .map(shapes -> parameters
                        .m_preset
                        .preset()
                        .configure(ModelShape.of(parameters, shapes), USUAL_CLASSES, parameters.options()));
    }

    /** The shape of the first image of the table that can be read, as if all were alike; files are not opened here. */
    private static Optional<Map<ImageShape, Integer>> shapes(
            final LearnerParameters parameters, final NodeParametersInput input) {
        final Optional<BufferedDataTable> table = input.getInTable(0);
        final String name = parameters.m_imageColumn;
        if (table.isEmpty()
                || name == null
                || !table.get().getSpec().containsName(name)
                || !table.get().getSpec().getColumnSpec(name).getType().isCompatible(ImageValue.class)) {
            return Optional.empty();
        }
        try (var rows = table.get().iterator()) {
            final ImageColumn column = ImageColumn.find(table.get().getSpec(), name);
            for (int row = 0; row < MOST_ROWS && rows.hasNext(); row++) {
                final Optional<PixelImage> image = column.read(rows.next()).image();
                if (image.isPresent()) {
                    return Optional.of(Map.of(image.get().shape(), 1));
                }
            }
        } catch (final InvalidSettingsException exception) {
            // the node says what is wrong with the column
        }
        return Optional.empty();
    }

    private static OptionalLong rows(final NodeParametersInput input) {
        return input.getInTable(0).map(table -> OptionalLong.of(table.size())).orElse(OptionalLong.empty());
    }
}
