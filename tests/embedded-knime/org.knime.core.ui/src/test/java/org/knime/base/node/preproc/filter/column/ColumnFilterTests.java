package org.knime.base.node.preproc.filter.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.junit.jupiter.api.Test;
import org.knime.base.node.preproc.filter.column.ColumnFilterParameters.Unknown;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;

class ColumnFilterTests {

    private final ColumnFilterParameters m_parameters = new ColumnFilterParameters();

    private BufferedDataTable filter() throws Exception {
        final BufferedDataTable table = Tables.ofTexts(new String[] {"a", "b", "c"}, new String[] {"1", "2", "3"});
        return (BufferedDataTable) EmbeddedNode.of(new DataColumnSpecFilterNodeFactory())
                .execute(
                        m_parameters,
                        new PortObject[] {table},
                        new PortType[] {BufferedDataTable.TYPE},
                        Tables.context())
                .outputs()
                .get(0);
    }

    @Test
    void keepsAllButTheExcludedColumns() throws Exception {
        m_parameters.m_columns.m_excludedNames = new String[] {"b"};
        assertEquals(List.of("Row0: 1 3"), Tables.rows(filter()));
    }

    @Test
    void keepsTheIncludedColumnsAlone() throws Exception {
        m_parameters.m_columns.m_unknown = Unknown.EnforceInclusion;
        m_parameters.m_columns.m_includedNames = new String[] {"c", "not there"};
        assertArrayEquals(new String[] {"c"}, filter().getDataTableSpec().getColumnNames());
    }

    @Test
    void otherWaysToChooseAreRefused() {
        m_parameters.m_columns.m_filterType = "name_pattern";
        assertThrows(InvalidSettingsException.class, m_parameters::validate);
    }
}
