package org.jointdiffusion.embedded.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.settings.PortInput;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.choices.util.DomainChoicesProvider;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

class ParametersDialogTests {

    @Section(title = "Data")
    interface Data {}

    @Section(title = "Training")
    @After(Data.class)
    interface Training {
        @Section(title = "Rare")
        @Advanced
        interface Rare {}
    }

    enum Rule {
        @Label("So many minutes")
        MINUTES,
        AS_LONG_AS_NEEDED
    }

    @Layout(Data.class)
    static final class Parameters implements NodeParameters {

        @Widget(title = "Column", description = "The column.")
        @ChoicesProvider(SecondPortTexts.class)
        @ValueReference(ColumnReference.class)
        String m_column = "s";

        @Widget(title = "Class", description = "The class.")
        @ChoicesProvider(Classes.class)
        String m_class;

        @Widget(title = "Rule", description = "The rule.")
        @ValueReference(RuleReference.class)
        @Layout(Training.class)
        Rule m_rule = Rule.MINUTES;

        @Widget(title = "Minutes", description = "The minutes.")
        @Effect(predicate = IsMinutes.class, type = EffectType.SHOW)
        @Layout(Training.class)
        double m_minutes = 5;

        @Widget(title = "Early", description = "Stop early.")
        @ValueReference(EarlyReference.class)
        @Layout(Training.class)
        boolean m_early;

        @Widget(title = "Patience", description = "The patience.", advanced = true)
        @Effect(predicate = EarlyReference.class, type = EffectType.ENABLE)
        @Layout(Training.class)
        Optional<Integer> m_patience = Optional.empty();

        @Widget(title = "Rarely", description = "Rarely used.")
        @Effect(predicate = EarlyAndMinutes.class, type = EffectType.HIDE)
        @Layout(Training.Rare.class)
        int m_rare;

        @TextMessage(NoColumn.class)
        Void m_message;

        int m_withoutWidget;
    }

    static final class ColumnReference implements ParameterReference<String> {}

    static final class RuleReference implements ParameterReference<Rule> {}

    static final class EarlyReference implements BooleanReference {}

    static final class IsMinutes implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RuleReference.class).isOneOf(Rule.MINUTES);
        }
    }

    static final class EarlyAndMinutes implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(EarlyReference.class).and(i.getPredicate(new IsMinutes()));
        }
    }

    static final class SecondPortTexts extends CompatibleColumnsProvider.StringColumnsProvider {
        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    static final class Classes implements StringChoicesProvider {
        private Supplier<String> m_column;

        @Override
        public void init(final StateProviderInitializer initializer) {
            m_column = initializer.computeFromValueSupplier(ColumnReference.class);
        }

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return List.of(m_column.get() + "1", m_column.get() + "2");
        }
    }

    static final class NoColumn implements TextMessage.SimpleTextMessageProvider {
        @Override
        public boolean showMessage(final NodeParametersInput context) {
            return context.getInTableSpec(1).isEmpty();
        }

        @Override
        public String title() {
            return "No table";
        }

        @Override
        public String description() {
            return "Connect one.";
        }

        @Override
        public MessageType type() {
            return MessageType.WARNING;
        }
    }

    /** The first port is not a table, as a model port. */
    private static final PortObjectSpec MODEL = () -> new JComponent[0];

    private static PortInput input() {
        return PortInput.ofSpecs(
                MODEL, new DataTableSpec(Tables.column("d", DoubleCell.TYPE), Tables.column("s", StringCell.TYPE)));
    }

    @Test
    void listsParametersWithTheirSections() {
        final ParametersDialog dialog = ParametersDialog.open(new Parameters(), input());
        assertEquals(
                List.of("column", "class", "rule", "minutes", "early", "patience", "rare"),
                dialog.parameters().stream().map(DialogParameter::key).toList());
        assertEquals(List.of("Data"), dialog.parameter("column").section());
        assertEquals(List.of("Training"), dialog.parameter("rule").section());
        assertEquals(List.of("Training", "Rare"), dialog.parameter("rare").section());
        assertEquals("Minutes", dialog.parameter("minutes").title());
        assertEquals("The minutes.", dialog.parameter("minutes").description());
        assertEquals(Integer.class, dialog.parameter("patience").type());
        assertTrue(dialog.parameter("patience").optional());
        assertTrue(dialog.parameter("patience").advanced());
        assertTrue(dialog.parameter("rare").advanced());
        assertFalse(dialog.parameter("minutes").advanced());
        assertThrows(IllegalArgumentException.class, () -> dialog.parameter("withoutWidget"));
    }

    @Test
    void resolvesChoices() {
        final ParametersDialog dialog = ParametersDialog.open(new Parameters(), input());
        assertEquals(
                Optional.of(List.of(new DialogChoice("s", "s"))),
                dialog.parameter("column").choices());
        assertEquals(
                Optional.of(List.of(new DialogChoice("s1", "s1"), new DialogChoice("s2", "s2"))),
                dialog.parameter("class").choices());
        assertEquals(
                Optional.of(List.of(
                        new DialogChoice("MINUTES", "So many minutes"),
                        new DialogChoice("AS_LONG_AS_NEEDED", "As long as needed"))),
                dialog.parameter("rule").choices());
        assertEquals(Optional.empty(), dialog.parameter("minutes").choices());
    }

    @Test
    void effectsFollowTheValues() {
        final Parameters parameters = new Parameters();
        assertTrue(
                ParametersDialog.open(parameters, input()).parameter("minutes").shown());
        assertFalse(
                ParametersDialog.open(parameters, input()).parameter("patience").enabled());
        assertTrue(ParametersDialog.open(parameters, input()).parameter("rare").shown());
        parameters.m_early = true;
        assertTrue(
                ParametersDialog.open(parameters, input()).parameter("patience").enabled());
        assertFalse(ParametersDialog.open(parameters, input()).parameter("rare").shown());
        parameters.m_rule = Rule.AS_LONG_AS_NEEDED;
        assertFalse(
                ParametersDialog.open(parameters, input()).parameter("minutes").shown());
        assertTrue(ParametersDialog.open(parameters, input()).parameter("rare").shown());
    }

    @Test
    void showsMessages() {
        assertEquals(List.of(), ParametersDialog.open(new Parameters(), input()).messages());
        assertEquals(
                List.of(new TextMessage.Message("No table", "Connect one.", MessageType.WARNING)),
                ParametersDialog.open(new Parameters(), PortInput.ofSpecs(MODEL, null))
                        .messages());
    }

    static final class FirstPort implements NodeParameters {
        @Widget(title = "Column", description = "The column.")
        @ChoicesProvider(FirstPortTexts.class)
        String m_column;
    }

    static final class FirstPortTexts extends CompatibleColumnsProvider.StringColumnsProvider {}

    @Test
    void columnsOfAModelPortFailAsInKnime() {
        assertThrows(ClassCastException.class, () -> ParametersDialog.open(new FirstPort(), input()));
    }

    static final class Domain implements NodeParameters {
        @Widget(title = "Value", description = "The value.")
        @ChoicesProvider(ValuesOfS.class)
        String m_value;
    }

    static final class ValuesOfS implements DomainChoicesProvider {
        @Override
        public String getColumnName() {
            return "s";
        }
    }

    @Layout(Training.class)
    static final class Group implements NodeParameters {
        @Widget(title = "Number", description = "The number.")
        int m_number;
    }

    @Layout(Data.class)
    abstract static class Base implements NodeParameters {
        @Widget(title = "Inherited", description = "Inherited.")
        int m_inherited;
    }

    @Layout(Training.Rare.class)
    static final class Groups extends Base {
        Group m_placedByOwner = new Group();

        @Layout(Data.class)
        Group m_placedByField = new Group();
    }

    static final class FreeGroup implements NodeParameters {
        Group m_free = new Group();
    }

    @Test
    void aGroupOfSettingsIsPlacedByItsOwnClassOnlyIfNothingElseDoesAsInKnime() {
        final ParametersDialog dialog = ParametersDialog.open(new Groups(), input());
        assertEquals(List.of("Data"), dialog.parameter("inherited").section());
        assertEquals(
                List.of("Training", "Rare"),
                dialog.parameter("placedByOwner/number").section());
        assertEquals(List.of("Data"), dialog.parameter("placedByField/number").section());
        assertEquals(
                List.of("Training"),
                ParametersDialog.open(new FreeGroup(), input())
                        .parameter("free/number")
                        .section());
    }

    @Test
    void offersTheValuesOfADomain() {
        final DataColumnSpecCreator column = new DataColumnSpecCreator("s", StringCell.TYPE);
        column.setDomain(
                new DataColumnDomainCreator(new DataCell[] {new StringCell("x"), new StringCell("y")}).createDomain());
        final PortInput input = PortInput.ofSpecs(new DataTableSpec(column.createSpec()));
        assertEquals(
                Optional.of(List.of(new DialogChoice("x", "x"), new DialogChoice("y", "y"))),
                ParametersDialog.open(new Domain(), input).parameter("value").choices());
        final PortInput unknown = PortInput.ofSpecs(new DataTableSpec(Tables.column("s", StringCell.TYPE)));
        assertThrows(IllegalStateException.class, () -> ParametersDialog.open(new Domain(), unknown));
    }
}
