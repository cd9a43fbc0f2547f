package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.DuplicateKeyException;

class DataContainerTests {
    private static final DataTableSpec SPEC = new DataTableSpec(
            new DataColumnSpecCreator("label", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("value", DoubleCell.TYPE).createSpec());

    private static DataRow row(final String key, final String label, final double value) {
        return new DefaultRow(key, new StringCell(label), new DoubleCell(value));
    }

    private static DataTableSpec specAfter(final DataContainer container) {
        container.close();
        return container.getTable().getDataTableSpec();
    }

    @Test
    void computesPossibleValuesInOrderAndBounds() {
        final DataContainer container = new DataContainer(SPEC);
        container.addRowToTable(row("a", "shirt", 2));
        container.addRowToTable(row("b", "bag", Double.NaN));
        container.addRowToTable(row("c", "shirt", -1));
        container.addRowToTable(new DefaultRow("d", DataType.getMissingCell(), DataType.getMissingCell()));
        final DataTableSpec spec = specAfter(container);
        assertEquals(
                List.of(new StringCell("shirt"), new StringCell("bag")),
                List.copyOf(spec.getColumnSpec("label").getDomain().getValues()));
        final DataColumnDomain bounds = spec.getColumnSpec("value").getDomain();
        assertEquals(new DoubleCell(-1), bounds.getLowerBound());
        assertEquals(new DoubleCell(2), bounds.getUpperBound());
        assertFalse(bounds.hasValues());
    }

    @Test
    void forgetsPossibleValuesAboveSixty() {
        final DataContainer sixty = new DataContainer(SPEC);
        final DataContainer more = new DataContainer(SPEC);
        IntStream.range(0, 60).forEach(i -> sixty.addRowToTable(row("r" + i, "class " + i, i)));
        IntStream.range(0, 61).forEach(i -> more.addRowToTable(row("r" + i, "class " + i, i)));
        assertEquals(
                60, specAfter(sixty).getColumnSpec(0).getDomain().getValues().size());
        assertFalse(specAfter(more).getColumnSpec(0).getDomain().hasValues());
    }

    @Test
    void startsWithTheDomainOfTheSpecificationOnlyWhenAsked() {
        final DataColumnSpecCreator column = new DataColumnSpecCreator("p", DoubleCell.TYPE);
        column.setDomain(new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain());
        final DataTableSpec spec = new DataTableSpec(column.createSpec());
        final DataRow row = new DefaultRow("a", new DoubleCell(0.5));
        final DataContainer fresh = new DataContainer(spec);
        final DataContainer initialised = new DataContainer(spec, true);
        fresh.addRowToTable(row);
        initialised.addRowToTable(row);
        assertEquals(
                new DoubleCell(0.5),
                specAfter(fresh).getColumnSpec(0).getDomain().getUpperBound());
        assertEquals(
                new DoubleCell(1),
                specAfter(initialised).getColumnSpec(0).getDomain().getUpperBound());
    }

    @Test
    void refusesDuplicateKeys() {
        final DataContainer container = new DataContainer(SPEC);
        container.addRowToTable(row("a", "x", 1));
        final DuplicateKeyException exception =
                assertThrows(DuplicateKeyException.class, () -> container.addRowToTable(row("a", "y", 2)));
        assertEquals("a", exception.getKey());
    }

    @Test
    void refusesRowsThatDoNotFit() {
        final DataContainer container = new DataContainer(SPEC);
        assertThrows(
                IllegalArgumentException.class,
                () -> container.addRowToTable(new DefaultRow("a", new StringCell("x"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> container.addRowToTable(new DefaultRow("a", new StringCell("x"), new StringCell("y"))));
        container.addRowToTable(new DefaultRow("a", new StringCell("x"), new IntCell(3)));
        assertEquals(1, container.size());
    }

    @Test
    void isImmutableAfterClose() {
        final DataContainer container = new DataContainer(SPEC);
        container.addRowToTable(row("a", "x", 1));
        assertThrows(IllegalStateException.class, container::getTable);
        container.close();
        assertThrows(IllegalStateException.class, () -> container.addRowToTable(row("b", "x", 1)));
        final var rows = container.getTable().iterator();
        rows.next();
        assertThrows(UnsupportedOperationException.class, rows::remove);
        assertFalse(rows.hasNext());
    }

    @Test
    void rearrangesColumnsAskingEachFactoryOnceARow() throws Exception {
        final ColumnRearranger rearranger = new ColumnRearranger(SPEC);
        final int[] calls = {0};
        rearranger.append(
                new AbstractCellFactory(
                        new DataColumnSpecCreator("twice", DoubleCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("index", IntCell.TYPE).createSpec()) {
                    @Override
                    public DataCell[] getCells(final DataRow row, final long index) {
                        calls[0]++;
                        return new DataCell[] {
                            new DoubleCell(2 * ((DoubleCell) row.getCell(1)).getDoubleValue()), new IntCell((int) index)
                        };
                    }
                });
        rearranger.remove("label");
        assertEquals(
                List.of("value", "twice", "index"),
                List.of(rearranger.createSpec().getColumnNames()));
        final var function = rearranger.createStreamableFunction();
        function.compute(row("a", "x", 1));
        final DataRow second = function.compute(row("b", "x", 4));
        assertEquals(new DefaultRow("b", new DoubleCell(4), new DoubleCell(8), new IntCell(1)), second);
        assertEquals(2, calls[0]);
        assertThrows(IllegalArgumentException.class, () -> rearranger.remove("label"));
        assertTrue(rearranger.indexOf("label") < 0);
    }
}
