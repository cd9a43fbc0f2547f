package org.jointdiffusion.nodes.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.jointdiffusion.nodes.testing.TestModels;
import org.junit.jupiter.api.Test;

class ModelCardViewTests {

    @Test
    void portShowsTheCardAsATable() {
        final var views = TestModels.barsAndDots().getViews();
        final var table = (JTable) ((JScrollPane) views[0]).getViewport().getView();

        assertEquals(1, views.length);
        assertEquals("Model card", views[0].getName());
        assertEquals("class names", table.getValueAt(1, 0));
        assertEquals("bar, dot", table.getValueAt(1, 1));
        assertFalse(table.isCellEditable(1, 1));
    }

    @Test
    void cardComesAfterWhatTheModelIs() {
        final var facts = ModelCardView.facts(TestModels.barsAndDots().model());

        assertEquals(
                "[target, class names, images, parameters, temperature, epochs]",
                facts.keySet().toString());
        assertEquals("8x8 grey", facts.get("images"));
        assertEquals("20", facts.get("epochs"));
    }
}
