package org.knime.base.node.preproc.column.renamer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.junit.jupiter.api.Test;
import org.knime.base.node.preproc.column.renamer.ColumnRenamerParameters.Renaming;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;

class ColumnRenamerTests {

    private static ColumnRenamerParameters renaming(final String... names) {
        final ColumnRenamerParameters parameters = new ColumnRenamerParameters();
        parameters.m_renamings = new Renaming[names.length / 2];
        for (int index = 0; index < parameters.m_renamings.length; index++) {
            parameters.m_renamings[index] = new Renaming();
            parameters.m_renamings[index].m_oldName = names[2 * index];
            parameters.m_renamings[index].m_newName = names[2 * index + 1];
        }
        return parameters;
    }

    private static BufferedDataTable rename(final String... names) throws Exception {
        final BufferedDataTable table = Tables.ofTexts(new String[] {"a", "b"}, new String[] {"1", "2"});
        return (BufferedDataTable) EmbeddedNode.of(new ColumnRenamerNodeFactory())
                .execute(
                        renaming(names),
                        new PortObject[] {table},
                        new PortType[] {BufferedDataTable.TYPE},
                        Tables.context())
                .outputs()
                .get(0);
    }

    @Test
    void columnsGetTheirNewNamesAndKeepTheirCells() throws Exception {
        final BufferedDataTable table = rename("a", "b", "b", "a");
        assertArrayEquals(new String[] {"b", "a"}, table.getDataTableSpec().getColumnNames());
        assertEquals(List.of("Row0: 1 2"), Tables.rows(table));
    }

    @Test
    void unknownColumnsAndNamesThatExistAreRefused() {
        assertThrows(KNIMEException.class, () -> rename("c", "d"));
        assertThrows(KNIMEException.class, () -> rename("a", "b"));
    }

    @Test
    void emptyAndPaddedNamesAndTwoNamesForAColumnAreRefused() {
        assertThrows(InvalidSettingsException.class, renaming("a", " ")::validate);
        assertThrows(InvalidSettingsException.class, renaming("a", "c", "a", "d")::validate);
        final ColumnRenamerParameters padded = renaming("a", "c ");
        padded.m_doNotAllowPaddedColumnName = true;
        assertThrows(InvalidSettingsException.class, padded::validate);
    }
}
