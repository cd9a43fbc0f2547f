package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.util.UniqueNameGenerator;

class DataTypeTests {
    @Test
    void namesAreThoseThatUsersSee() {
        assertEquals(
                List.of(
                        "String",
                        "Number (Integer)",
                        "Number (Long Integer)",
                        "Number (Float)",
                        "Boolean",
                        "Image (PNG)"),
                Stream.of(
                                StringCell.TYPE,
                                IntCell.TYPE,
                                LongCell.TYPE,
                                DoubleCell.TYPE,
                                BooleanCell.TYPE,
                                PNGImageContent.TYPE)
                        .map(DataType::getName)
                        .toList());
    }

    @Test
    void widerNumbersAreSuperTypes() {
        assertEquals(LongCell.TYPE, DataType.getCommonSuperType(IntCell.TYPE, LongCell.TYPE));
        assertEquals(DoubleCell.TYPE, DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE));
        assertTrue(DoubleCell.TYPE.isASuperTypeOf(IntCell.TYPE));
        assertFalse(IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE));
    }

    @Test
    void unlikeTypesShareTheCommonInterfaces() {
        final DataType mixed = DataType.getCommonSuperType(StringCell.TYPE, DoubleCell.TYPE);
        assertNull(mixed.getCellClass());
        assertFalse(mixed.isCompatible(StringValue.class));
        assertTrue(mixed.isASuperTypeOf(StringCell.TYPE));
        assertTrue(mixed.isASuperTypeOf(DoubleCell.TYPE));
    }

    @Test
    void missingCellsFitEveryColumnAndAreEqual() {
        final DataCell missing = DataType.getMissingCell();
        assertTrue(StringCell.TYPE.isASuperTypeOf(missing.getType()));
        assertTrue(missing.getType().isCompatible(StringValue.class));
        assertEquals(StringCell.TYPE, DataType.getCommonSuperType(missing.getType(), StringCell.TYPE));
        assertEquals(missing, new MissingCell("the file is damaged"));
        assertEquals("the file is damaged", new MissingCell("the file is damaged").getError());
        assertNotEquals(missing, new StringCell("?"));
    }

    @Test
    void cellsOfOneClassAreEqualWhenTheirValuesAre() {
        assertEquals(new DoubleCell(Double.NaN), new DoubleCell(Double.NaN));
        assertNotEquals(new IntCell(1), new LongCell(1));
        assertEquals(BooleanCell.TRUE, BooleanCell.BooleanCellFactory.create(true));
        assertThrows(NullPointerException.class, () -> new StringCell(null));
    }

    @Test
    void ordersNumbersByValueAndMissingCellsFirst() {
        final List<DataCell> sorted = Stream.<DataCell>of(new IntCell(10), DataType.getMissingCell(), new IntCell(9))
                .sorted(IntCell.TYPE.getComparator())
                .toList();
        assertEquals(List.of(DataType.getMissingCell(), new IntCell(9), new IntCell(10)), sorted);
    }

    @Test
    void tablesFindTheirColumnsAndRefuseNamesThatOccurTwice() {
        final DataColumnSpec column = new DataColumnSpecCreator(" label ", StringCell.TYPE).createSpec();
        final DataTableSpec spec = new DataTableSpec(column);
        assertEquals(0, spec.findColumnIndex("label"));
        assertEquals(-1, spec.findColumnIndex("absent"));
        assertEquals(-1, spec.findColumnIndex(null));
        assertNull(spec.getColumnSpec("absent"));
        assertTrue(spec.containsCompatibleType(NominalValue.class));
        assertThrows(IllegalArgumentException.class, () -> new DataTableSpec(column, column));
        assertEquals("label (#1)", new UniqueNameGenerator(spec).newName("label"));
        assertEquals("label (#1)", DataTableSpec.getUniqueColumnName(spec, "label"));
    }
}
