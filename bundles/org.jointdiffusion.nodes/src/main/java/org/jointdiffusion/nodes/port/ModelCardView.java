package org.jointdiffusion.nodes.port;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import org.jointdiffusion.runtime.model.JointModel;

/** What a model is and how it was made, as a table of two columns: the view of the model port. */
final class ModelCardView {

    private ModelCardView() {}

    /** The view; its name is the title that KNIME shows. */
    static JComponent of(final JointModel model) {
        final DefaultTableModel rows = new DefaultTableModel(new Object[] {"Fact", "Value"}, 0) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(final int row, final int column) {
                return false;
            }
        };
        facts(model).forEach((fact, value) -> rows.addRow(new Object[] {fact, value}));
        final JScrollPane view = new JScrollPane(new JTable(rows));
        view.setName("Model card");
        return view;
    }

    /** What follows from the model itself, then its card. */
    static Map<String, String> facts(final JointModel model) {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("target", model.specification().targetName());
        facts.put("class names", String.join(", ", model.specification().classNames()));
        facts.put("images", model.specification().network().image().toString());
        facts.put("parameters", String.format(Locale.ROOT, "%,d", model.weights().length));
        facts.put("temperature", String.format(Locale.ROOT, "%.4f", model.temperature()));
        model.referenceErrors()
                .ifPresent(errors -> facts.put("typicality known from", errors.images() + " held-out images"));
        facts.putAll(model.card().facts());
        return facts;
    }
}
