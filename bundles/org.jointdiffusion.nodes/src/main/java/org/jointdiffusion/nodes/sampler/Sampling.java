package org.jointdiffusion.nodes.sampler;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.runtime.engine.DeviceUse;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.sampling.AcceptedSampling;
import org.jointdiffusion.runtime.sampling.ConditionalSampler;
import org.jointdiffusion.runtime.sampling.Sample;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.jointdiffusion.runtime.sampling.SamplingSettings;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Makes a table of images of wanted classes. */
final class Sampling {

    private final JointModelPortObjectSpec m_model;
    private final SamplerParameters m_parameters;

    private Sampling(final JointModelPortObjectSpec model, final SamplerParameters parameters) {
        m_model = model;
        m_parameters = parameters;
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final SamplerParameters parameters = input.getParameters();
        if (input.getInPortSpecs().length > 1) {
            SampleRequests.check(input.getInTableSpec(1), parameters);
        }
        final JointModelPortObjectSpec model = input.getInPortSpec(0);
        output.setOutSpec(0, model == null ? null : new Sampling(model, parameters).spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final SamplerParameters parameters = input.getParameters();
            final JointModelPortObject model = input.getInPortObject(0);
            final Warnings warnings = new Warnings();
            final SampleRequests requests =
                    new SampleRequests(parameters, model.getSpec().classNames());
            final List<SampleRequest> wanted = input.getInPortObjects().length > 1
                    ? requests.ofTable(input.getInTable(1), warnings)
                    : requests.ofSettings();
            final BufferedDataTable samples = new Sampling(model.getSpec(), parameters)
                    .sample(model, wanted, input.getExecutionContext(), warnings);
            output.setOutData(0, samples);
            output.setInternalData(samples);
            warnings.tell("were skipped", output::setWarningMessage);
        });
    }

    private DataTableSpec spec() {
        final NewColumns columns = new NewColumns()
                .add("Image", PngCells.TYPE)
                .addClass("Class", m_model.targetType(), m_model.classNames())
                .addClass("Prediction", m_model.targetType(), m_model.classNames())
                .addShare("P (Class)")
                .addShare("P (Prediction)")
                .add("Seed", LongCell.TYPE)
                .add("Row", LongCell.TYPE)
                .add("Settings", StringCell.TYPE);
        return (m_parameters.m_mostTries.isPresent() ? columns.add("Tries", IntCell.TYPE) : columns).spec();
    }

    private BufferedDataTable sample(
            final JointModelPortObject model,
            final List<SampleRequest> requests,
            final ExecutionContext exec,
            final Warnings warnings) {
        final BufferedDataContainer container = exec.createDataContainer(spec(), true);
        try (JointNetwork network = m_parameters.load(model.model());
                DeviceUse use = m_parameters.use("Conditional Sampler")) {
            final SamplingSettings settings = m_parameters.sampling();
            final ConditionalSampler sampler = new ConditionalSampler(network, model.model());
            final NodeProgress progress = new NodeProgress(exec).sharing(use);
            if (m_parameters.m_mostTries.isPresent()) {
                final int mostTries = m_parameters.m_mostTries.get();
                final TryCount count = new TryCount();
                new AcceptedSampling(sampler, mostTries).sample(requests, settings, progress, accepted -> {
                    count.add(accepted);
                    container.addRowToTable(row(
                            container.size(), accepted.sample(), describe(settings), new IntCell(accepted.tries())));
                });
                count.mention(mostTries, warnings);
            } else {
                sampler.sample(
                        requests,
                        settings,
                        progress,
                        sample -> container.addRowToTable(row(container.size(), sample, describe(settings))));
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private DefaultRow row(final long number, final Sample sample, final String settings, final DataCell... more) {
        final SampleRequest request = sample.request();
        final List<String> names = m_model.classNames();
        final boolean hasOwnSeed = m_parameters.m_requestSeedColumn.isPresent();
        final Stream<DataCell> cells = Stream.of(
                PngCells.of(sample.image()),
                m_model.targetType().cell(names.get(request.desiredClass())),
                m_model.targetType().cell(names.get(sample.predictedClass())),
                new DoubleCell(sample.probabilities()[request.desiredClass()]),
                new DoubleCell(sample.probabilities()[sample.predictedClass()]),
                new LongCell(hasOwnSeed ? request.seed() : m_parameters.m_seed),
                new LongCell(request.row()),
                new StringCell(settings));
        return new DefaultRow(
                RowKey.createRowKey(number),
                Stream.concat(cells, Stream.of(more)).toArray(DataCell[]::new));
    }

    /** Reads like "DDPM, 50 steps, image guidance 3.0, seed 42". */
    private String describe(final SamplingSettings settings) {
        return String.format(
                Locale.ROOT,
                "%s, %d steps, %s guidance %s, seed %d",
                m_parameters.m_sampler.title(),
                settings.steps(),
                settings.guidance().kind().name().toLowerCase(Locale.ROOT),
                settings.guidance().strength(),
                settings.seed());
    }
}
