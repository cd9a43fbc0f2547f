package org.jointdiffusion.nodes.comparison;

import static org.knime.core.node.util.CheckUtils.checkSetting;

import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.TargetColumnsProvider;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The settings of the Counterfactual Group Comparison. */
@Layout(DialogSections.Data.class)
final class GroupComparisonParameters implements NodeParameters {

    private static final int MOST_PERMUTATIONS = 1_000_000;

    @Widget(
            title = "Group column",
            description = "The column that says to which group a row belongs. It comes from the input of the"
                    + " Counterfactual Explainer.")
    @ChoicesProvider(TargetColumnsProvider.class)
    String m_groupColumn;

    @Widget(title = "Compare among", description = "With which other rows a row is compared.")
    @ValueSwitchWidget
    ComparisonRule m_rule = ComparisonRule.SAME_CLASSES;

    @Widget(
            title = "Permutations",
            description = "How often the groups are shuffled. More shuffles give finer p-values and take longer; the"
                    + " smallest p-value that 2,000 can give is 0.0005.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    int m_permutations = 2000;

    @Widget(
            title = "Seed",
            description =
                    "The number from which the shuffles are drawn: the same table and seed give the same p-values.")
    @Advanced
    long m_seed = 42;

    @Override
    public void validate() throws InvalidSettingsException {
        checkSetting(
                m_permutations >= 1 && m_permutations <= MOST_PERMUTATIONS,
                "There are 1 to 1,000,000 permutations, not %s.",
                m_permutations);
    }
}
