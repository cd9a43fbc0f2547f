package org.knime.base.node.preproc.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.junit.jupiter.api.Test;
import org.knime.base.node.preproc.partition.PartitionParameters.CountMode;
import org.knime.base.node.preproc.partition.PartitionParameters.EmptyTableAction;
import org.knime.base.node.preproc.partition.PartitionParameters.SamplingMode;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;

class PartitionerTests {

    private static final String[] COLUMNS = {"class"};

    private static PartitionParameters parameters(final SamplingMode mode, final long rows) {
        final PartitionParameters parameters = new PartitionParameters();
        parameters.m_partitioningMode = CountMode.ABSOLUTE;
        parameters.m_rowCount = rows;
        parameters.m_mode = mode;
        parameters.m_classColumn = "class";
        parameters.m_seed = Optional.of(42L);
        return parameters;
    }

    /** Makes a table with 6 rows of class a, 3 of b and 1 of c, in this order. */
    private static BufferedDataTable table() {
        return Tables.ofTexts(
                COLUMNS,
                IntStream.range(0, 10)
                        .mapToObj(row -> new String[] {row < 6 ? "a" : row < 9 ? "b" : "c"})
                        .toArray(String[][]::new));
    }

    private static List<List<String>> split(final PartitionParameters parameters, final BufferedDataTable table)
            throws Exception {
        final PortType[] outputs = {BufferedDataTable.TYPE, BufferedDataTable.TYPE};
        return EmbeddedNode.of(new PartitionNodeFactory())
                .execute(parameters, new PortObject[] {table}, outputs, Tables.context())
                .outputs()
                .stream()
                .map(output -> Tables.rows((BufferedDataTable) output))
                .toList();
    }

    @Test
    void takesTheFirstRows() throws Exception {
        final PartitionParameters parameters = parameters(SamplingMode.FIRST_ROWS, 0);
        parameters.m_partitioningMode = CountMode.RELATIVE;
        parameters.m_percentage = 25;
        final List<List<String>> parts = split(parameters, table());
        assertEquals(List.of("Row0: a", "Row1: a"), parts.get(0));
        assertEquals(8, parts.get(1).size());
    }

    @Test
    void takesRowsAtEqualDistancesWithTheFirstAndTheLast() throws Exception {
        assertEquals(
                List.of("Row0: a", "Row3: a", "Row6: b", "Row9: c"),
                split(parameters(SamplingMode.LINEAR, 4), table()).get(0));
    }

    @Test
    void drawsAsManyRowsAsWantedAndTheSameForOneSeed() throws Exception {
        final List<List<String>> parts = split(parameters(SamplingMode.RANDOM, 4), table());
        assertEquals(4, parts.get(0).size());
        assertEquals(6, parts.get(1).size());
        final List<String> all = new ArrayList<>(parts.get(0));
        all.addAll(parts.get(1));
        Collections.sort(all);
        assertEquals(Tables.rows(table()), all);
        assertEquals(parts, split(parameters(SamplingMode.RANDOM, 4), table()));
        final PartitionParameters other = parameters(SamplingMode.RANDOM, 4);
        other.m_seed = Optional.of(1L);
        assertNotEquals(parts, split(other, table()));
    }

    @Test
    void givesEachClassItsShare() throws Exception {
        // shares of 5 rows: 3.0 of a, 1.5 of b, 0.5 of c; the row that is left goes to b, which comes first
        final List<String> first =
                split(parameters(SamplingMode.STRATIFIED, 5), table()).get(0);
        assertEquals(3, first.stream().filter(row -> row.endsWith("a")).count());
        assertEquals(2, first.stream().filter(row -> row.endsWith("b")).count());
        assertEquals(5, first.size());
    }

    @Test
    void takesAllRowsWhenMoreAreWanted() throws Exception {
        for (final SamplingMode mode : SamplingMode.values()) {
            final List<List<String>> parts = split(parameters(mode, 11), table());
            assertEquals(Tables.rows(table()), parts.get(0), mode.name());
            assertEquals(List.of(), parts.get(1), mode.name());
        }
    }

    @Test
    void treatsAnEmptyTableAsTold() throws Exception {
        final PartitionParameters parameters = parameters(SamplingMode.STRATIFIED, 5);
        final BufferedDataTable empty = Tables.ofTexts(COLUMNS);
        final KNIMEException exception = assertThrows(KNIMEException.class, () -> split(parameters, empty));
        assertTrue(exception.getMessage().contains("empty"), exception.getMessage());
        parameters.m_actionEmpty = EmptyTableAction.OUTPUT_EMPTY;
        assertEquals(List.of(List.of(), List.of()), split(parameters, empty));
    }
}
