package org.jointdiffusion.embedded.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;

class ParametersRulesTests {

    enum Rule {
        @Label(value = "One", description = "The first.")
        ONE,
        TWO
    }

    static final class Good implements NodeParameters {
        @Widget(title = "Rule", description = "The rule.")
        @ValueSwitchWidget
        Rule m_rule = Rule.ONE;

        @Widget(title = "Text", description = "The text.")
        @TextInputWidget
        Optional<String> m_text = Optional.empty();
    }

    static final class SwitchOfText implements NodeParameters {
        @ValueSwitchWidget
        String m_text;
    }

    static final class TextOfNumber implements NodeParameters {
        @TextInputWidget
        int m_number;
    }

    static final class ColumnsOfEnum implements NodeParameters {
        @ChoicesProvider(AllColumnsProvider.class)
        Rule m_rule;
    }

    static final class OptionalEnum implements NodeParameters {
        @Widget(title = "Rule", description = "The rule.")
        Optional<Rule> m_rule = Optional.empty();
    }

    static final class OptionalEnumWithDefault implements NodeParameters {
        @Widget(title = "Rule", description = "The rule.")
        @OptionalWidget(defaultProvider = One.class)
        Optional<Rule> m_rule = Optional.empty();
    }

    static final class One implements OptionalWidget.DefaultValueProvider<Rule> {
        @Override
        public Rule computeState(final NodeParametersInput input) {
            return Rule.ONE;
        }
    }

    private static void assertBroken(final Class<?> parameters, final String part) {
        final IllegalStateException exception =
                assertThrows(IllegalStateException.class, () -> ParametersRules.check(parameters));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }

    @Test
    void collectsTheDescriptionsOfParametersAndChoices() {
        assertEquals(List.of("The rule.", "The first.", "", "The text."), ParametersRules.check(Good.class));
    }

    @Test
    void annotationsMustFitTheTypes() {
        assertBroken(SwitchOfText.class, "m_text");
        assertBroken(TextOfNumber.class, "m_number");
        assertBroken(ColumnsOfEnum.class, "m_rule");
    }

    @Test
    void anOptionalNeedsADefaultUnlessItHasAnObviousOne() {
        assertBroken(OptionalEnum.class, "@OptionalWidget");
        assertEquals(3, ParametersRules.check(OptionalEnumWithDefault.class).size());
    }

    interface Parts {
        @Section(title = "First")
        interface First {
            interface Inner {}
        }

        @Section(title = "Second")
        @After(First.class)
        interface Second {}

        @Section(title = "Astray")
        @After(First.Inner.class)
        interface Astray {}

        @After(Round.class)
        interface Turn {}

        @After(Turn.class)
        interface Round {}
    }

    static final class TwoSections implements NodeParameters {
        @Layout(Parts.First.class)
        int m_first;

        @Layout(Parts.Second.class)
        int m_second;
    }

    static final class Astray implements NodeParameters {
        @Layout(Parts.Astray.class)
        int m_astray;
    }

    static final class Circle implements NodeParameters {
        @Layout(Parts.Turn.class)
        int m_turn;
    }

    @Test
    void sectionsHaveOneRootAndAnOrder() {
        assertEquals(List.of(), ParametersRules.check(TwoSections.class));
        assertBroken(Astray.class, "Astray");
        assertBroken(Circle.class, "comes after itself");
        assertBroken(TwoRoots.class, "more than one root");
    }

    static final class TwoRoots implements NodeParameters {
        @Layout(Parts.First.class)
        int m_first;

        @Layout(OtherRoot.class)
        int m_other;
    }
}

/** A section outside the class that holds the others. */
@Section(title = "Other")
interface OtherRoot {}
