package org.knime.base.node.preproc.append.row;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;

class ConcatenateTests {

    private final ConcatenateParameters m_parameters = new ConcatenateParameters();

    private BufferedDataTable concatenate() throws Exception {
        final BufferedDataTable first = Tables.ofTexts(new String[] {"a", "b"}, new String[] {"1", "2"});
        final BufferedDataTable second = Tables.ofTexts(new String[] {"c", "b"}, new String[] {"3", "4"});
        return (BufferedDataTable) EmbeddedNode.of(new AppendedRowsNodeFactory())
                .execute(
                        m_parameters,
                        new PortObject[] {first, second},
                        new PortType[] {BufferedDataTable.TYPE},
                        Tables.context())
                .outputs()
                .get(0);
    }

    @Test
    void columnsThatATableLacksAreMissing() throws Exception {
        final BufferedDataTable table = concatenate();
        assertArrayEquals(new String[] {"a", "b", "c"}, table.getDataTableSpec().getColumnNames());
        assertEquals(List.of("Row0: 1 2 ?", "Row0_dup: ? 4 3"), Tables.rows(table));
    }

    @Test
    void onlyCommonColumnsAreKeptIfWanted() throws Exception {
        m_parameters.m_intersectionOfColumns = true;
        m_parameters.m_createNewRowIds = true;
        assertEquals(List.of("Row0: 2", "Row1: 4"), Tables.rows(concatenate()));
    }

    @Test
    void rowsWithAKnownIdAreLeftOutOrRefused() throws Exception {
        m_parameters.m_appendSuffix = false;
        assertEquals(List.of("Row0: 1 2 ?"), Tables.rows(concatenate()));
        m_parameters.m_failOnDuplicates = true;
        assertThrows(KNIMEException.class, this::concatenate);
    }
}
