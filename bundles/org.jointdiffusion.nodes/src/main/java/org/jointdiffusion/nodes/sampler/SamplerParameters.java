package org.jointdiffusion.nodes.sampler;

import static org.knime.core.node.util.CheckUtils.checkSetting;

import java.util.Optional;
import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.GuidedParameters;
import org.jointdiffusion.nodes.settings.ModelClassesProvider;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.sampling.SamplingSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The settings of the Conditional Sampler. */
@Layout(DialogSections.Classes.class)
final class SamplerParameters extends GuidedParameters {

    private static final double LARGEST_STRENGTH = 100;

    @TextMessage(SamplerExpense.class)
    Void m_expense;

    @Widget(title = "Classes", description = "Of which classes images are made, if there is no table of requests.")
    @ValueSwitchWidget
    @ValueReference(ClassSourceReference.class)
    @Effect(predicate = HasRequests.class, type = EffectType.HIDE)
    ClassSource m_classSource = ClassSource.ALL;

    @Widget(title = "Selected classes", description = "The classes of which images are made.")
    @ChoicesProvider(ModelClassesProvider.class)
    @TwinlistWidget(includedLabel = "Images of", excludedLabel = "Not of")
    @Effect(predicate = IsSelection.class, type = EffectType.SHOW)
    @ValueReference(SamplerExpense.SelectedReference.class)
    String[] m_selectedClasses = {};

    @Widget(
            title = "Images per class",
            description = "How many images of each class are made; with a table of requests, how many for each request "
                    + "unless that table has a column for it.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsBalance.class, type = EffectType.HIDE)
    @ValueReference(SamplerExpense.PerClassReference.class)
    int m_imagesPerClass = 10;

    @Widget(
            title = "The table holds",
            description = "Whether the rows of the table ask for images, or are images that exist already and "
                    + "shall be filled up so that all classes have equally many.")
    @ValueSwitchWidget
    @ValueReference(TableUseReference.class)
    @Effect(predicate = HasRequests.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    TableUse m_tableUse = TableUse.REQUESTS;

    @Widget(
            title = "Images per class in all",
            description = "Up to how many images, existing and new ones together, each class of the model is "
                    + "filled. If not set, as many as the largest class has.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = UsualImages.class)
    @Effect(predicate = IsBalance.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    Optional<Integer> m_imagesPerClassInAll = Optional.empty();

    @Widget(
            title = "Class column",
            description = "The column of the table with the wanted class, or with the class of existing images.")
    @ChoicesProvider(RequestColumnsProvider.Classes.class)
    @Effect(predicate = HasRequests.class, type = EffectType.SHOW)
    String m_requestClassColumn;

    @Widget(
            title = "Use a column for the number of images",
            description = "The column of the requests that says how many images are made.")
    @ChoicesProvider(RequestColumnsProvider.Numbers.class)
    @OptionalWidget(defaultProvider = FirstNumberColumn.class)
    @Effect(predicate = IsRequests.class, type = EffectType.SHOW)
    Optional<String> m_requestCountColumn = Optional.empty();

    @Widget(
            title = "Use a column for the seed",
            description = "The column of the requests with a seed of its own for each request: the same seed and class "
                    + "then give the same images wherever the request stands in the table.")
    @ChoicesProvider(RequestColumnsProvider.Numbers.class)
    @OptionalWidget(defaultProvider = FirstNumberColumn.class)
    @Effect(predicate = IsRequests.class, type = EffectType.SHOW)
    Optional<String> m_requestSeedColumn = Optional.empty();

    @Widget(
            title = "Guidance strength",
            description = "How much the classifier's opinion counts while an image is drawn: the power to which the "
                    + "probability of the wanted class is raised. Higher values reach the class more often, with more "
                    + "typical and less varied images; 0 switches the guidance off. If not set, a strength that suits "
                    + "most models is used.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @OptionalWidget(defaultProvider = UsualStrength.class)
    @Layout(DialogSections.Guidance.class)
    Optional<Double> m_guidanceStrength = Optional.empty();

    @Widget(title = "Sampler", description = "The numerical method that walks from noise to an image.")
    @ValueSwitchWidget
    @Layout(DialogSections.Guidance.class)
    @ValueReference(SamplerExpense.SamplerReference.class)
    SamplerChoice m_sampler = SamplerChoice.DDPM;

    @Widget(
            title = "Steps",
            description = "In how many steps noise becomes an image. More steps are slower and at first better. If not "
                    + "set, a number that suits the sampler is used: 50 for DDPM and DDIM, 20 for both DPM-Solver++.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = UsualSteps.class)
    @Advanced
    @Layout(DialogSections.Guidance.class)
    @ValueReference(SamplerExpense.StepsReference.class)
    Optional<Integer> m_steps = Optional.empty();

    @Widget(
            title = "Try again until the classifier agrees",
            description = "Makes an image again, with other noise, while the model's classifier does not see the "
                    + "wanted class in it, at most so many times in all. The column <i>Tries</i> has their number. "
                    + "If no try succeeds, the best one is kept, and the node warns with the share of accepted "
                    + "tries. If not set, every image is made once.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = UsualTries.class)
    @Migrate(loadDefaultIfAbsent = true)
    @Layout(DialogSections.Guidance.class)
    Optional<Integer> m_mostTries = Optional.empty();

    @Widget(
            title = "Seed",
            description = "The number from which the noise of all images is drawn. The same model, seed and settings "
                    + "give the same images; an image does not depend on how many others are made.")
    @Layout(DialogSections.Guidance.class)
    long m_seed = 42;

    SamplerParameters() {
        // the defaults above
    }

    SamplerParameters(final NodeParametersInput input) {
        m_requestClassColumn = RequestColumnsProvider.guessClassColumn(input);
    }

    /** The settings in the words of the runtime. */
    SamplingSettings sampling() {
        return new SamplingSettings(
                m_sampler.kind(),
                m_steps.orElse(m_sampler.kind().usualSteps()),
                guidance(m_guidanceStrength, Guidance::automatic),
                m_seed,
                SamplingSettings.AUTOMATIC_BATCH_SIZE);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        checkStrength(m_guidanceStrength, LARGEST_STRENGTH);
        checkSetting(m_imagesPerClass >= 1, "At least 1 image per class is made, not %s.", m_imagesPerClass);
        final int tries = m_mostTries.orElse(1);
        checkSetting(tries >= 1 && tries <= 1000, "An image is tried 1 to 1000 times, not %s.", tries);
        final int inAll = m_imagesPerClassInAll.orElse(1);
        checkSetting(inAll >= 1, "A class is filled up to at least 1 image, not %s.", inAll);
        final int steps = m_steps.orElse(1);
        checkSetting(steps >= 1 && steps <= 1000, "There are 1 to 1000 steps, not %s.", steps);
    }

    static final class ClassSourceReference implements ParameterReference<ClassSource> {}

    static final class TableUseReference implements ParameterReference<TableUse> {}

    static final class IsBalance implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TableUseReference.class)
                    .isOneOf(TableUse.EXISTING)
                    .and(i.getConstant(input -> input.getInPortTypes().length > 1));
        }
    }

    static final class IsRequests implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TableUseReference.class)
                    .isOneOf(TableUse.REQUESTS)
                    .and(i.getConstant(input -> input.getInPortTypes().length > 1));
        }
    }

    static final class UsualImages implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 1000;
        }
    }

    static final class UsualTries implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 5;
        }
    }

    static final class HasRequests implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortTypes().length > 1);
        }
    }

    static final class IsSelection implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ClassSourceReference.class)
                    .isOneOf(ClassSource.SELECTED)
                    .and(i.getConstant(input -> input.getInPortTypes().length == 1));
        }
    }

    static final class FirstNumberColumn implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput input) {
            final var columns = new RequestColumnsProvider.Numbers().columnChoices(input);
            return columns.isEmpty() ? "" : columns.get(0).getName();
        }
    }

    static final class UsualStrength implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return Guidance.automatic(GuidanceKind.IMAGE).strength();
        }
    }

    static final class UsualSteps implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return SamplerChoice.DDPM.kind().usualSteps();
        }
    }
}
