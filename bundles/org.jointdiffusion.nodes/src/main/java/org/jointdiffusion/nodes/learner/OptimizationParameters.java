package org.jointdiffusion.nodes.learner;

import static org.knime.core.node.util.CheckUtils.checkSetting;

import java.util.Optional;
import java.util.OptionalInt;
import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.runtime.training.LearningRatePlan;
import org.jointdiffusion.runtime.training.OptimizerSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The learner's settings of a training step. */
@Layout(DialogSections.Optimization.class)
abstract class OptimizationParameters extends NetworkParameters {

    @Widget(title = "Batch size", description = "How many images make one training step.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @ValueReference(LearnerReferences.BatchSize.class)
    int m_batchSize = 64;

    @Widget(
            title = "Images at once",
            description = "How many images of a batch are computed at the same time: fewer need less memory, take "
                    + "longer, and give the same training step. If not set, as many as the memory allows: the whole "
                    + "batch, or half as many each time the memory is too small.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = UsualRowsAtOnce.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ValueReference(LearnerReferences.ImagesAtOnce.class)
    Optional<Integer> m_imagesAtOnce = Optional.empty();

    @Widget(title = "Learning rate", description = "How far one training step changes the model.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_learningRate = 0.001;

    @Widget(
            title = "Learning rate over time",
            description = "What happens to the learning rate while the training goes on, after the warm-up.")
    @RadioButtonsWidget
    @Migrate(loadDefaultIfAbsent = true)
    LearningRateRule m_learningRateRule = LearningRateRule.COSINE;

    @Widget(
            title = "Warm-up steps",
            description = "Over how many steps the learning rate grows from zero at the beginning; 0 for not at all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    int m_warmUpSteps = 50;

    @Widget(
            title = "Weight of classification",
            description = "How much the classification counts against the denoising in the joint loss. Higher values "
                    + "give a better classifier and rougher images.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_classificationWeight = 0.05;

    @Widget(
            title = "Moving average",
            description = "The model is a moving average over the training steps, of which each step keeps this share "
                    + "at most: with 0.999, the average reaches back over about 1,000 steps. At least 0 and below 1. "
                    + "If not set, it reaches back over about the last tenth of the steps so far.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @OptionalWidget(defaultProvider = UsualAverage.class)
    @Migrate(loadDefaultIfAbsent = true)
    Optional<Double> m_averageDecay = Optional.empty();

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        checkSetting(m_batchSize >= 1, "A batch has at least 1 image, not %s.", m_batchSize);
        final int atOnce = m_imagesAtOnce.orElse(1);
        checkSetting(atOnce >= 1, "At least 1 image is computed at once, not %s.", atOnce);
        checkSetting(
                m_learningRate > 0 && m_learningRate <= 1,
                "The learning rate is %s. Choose one above 0 and at most 1.",
                m_learningRate);
        checkSetting(m_warmUpSteps >= 0, "The warm-up has 0 or more steps, not %s.", m_warmUpSteps);
        checkSetting(
                m_classificationWeight > 0, "The weight of classification is above 0, not %s.", m_classificationWeight);
        final double decay = m_averageDecay.orElse(0.0);
        checkSetting(
                decay >= 0 && decay < 1,
                "The moving average is %s. Choose a share of at least 0 and below 1, or leave it to the node.",
                decay);
    }

    /** These settings in the words of the runtime. */
    final OptimizerSettings optimizer() {
        return OptimizerSettings.DEFAULT
                .withLearningRate(m_learningRate)
                .withPlan(new LearningRatePlan(m_learningRateRule.course(), m_warmUpSteps))
                .withClassificationWeight(m_classificationWeight)
                .withAverageDecay(m_averageDecay.orElse(OptimizerSettings.AUTOMATIC_AVERAGE_DECAY));
    }

    /** How many images are computed at once; empty for the whole batch. */
    final OptionalInt imagesAtOnce() {
        return m_imagesAtOnce.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    static final class UsualRowsAtOnce implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 16;
        }
    }

    static final class UsualAverage implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 0.999;
        }
    }
}
