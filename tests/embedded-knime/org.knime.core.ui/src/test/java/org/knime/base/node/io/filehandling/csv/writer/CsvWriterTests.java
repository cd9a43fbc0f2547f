package org.knime.base.node.io.filehandling.csv.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.core.RunningWorkflow;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.base.node.io.filehandling.csv.writer.CsvWriterParameters.Existing;
import org.knime.base.node.io.filehandling.csv.writer.CsvWriterParameters.Target;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

class CsvWriterTests {

    private final CsvWriterParameters m_parameters = new CsvWriterParameters();
    private final Target m_target = m_parameters.m_main.m_target;

    @TempDir
    private Path m_folder;

    private Path m_file;

    @BeforeEach
    void nameTheFile() {
        m_file = m_folder.resolve("new folder/out.csv");
        m_target.m_path.m_path = m_file.toString();
        m_target.m_createMissingFolders = true;
    }

    private static BufferedDataTable table() {
        final BufferedDataContainer container = Tables.context()
                .createDataContainer(new DataTableSpec(
                        Tables.column("text", StringCell.TYPE), Tables.column("number", DoubleCell.TYPE)));
        add(container, new StringCell("a \"b\", c"), new DoubleCell(0.25));
        add(container, DataType.getMissingCell(), DataType.getMissingCell());
        container.close();
        return container.getTable();
    }

    private static void add(final BufferedDataContainer container, final DataCell... cells) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    private void write() throws Exception {
        EmbeddedNode.of(new CSVWriter2NodeFactory())
                .execute(m_parameters, new PortObject[] {table()}, new PortType[0], Tables.context());
    }

    @Test
    void writesTextsInQuotesAndNumbersWithout() throws Exception {
        write();
        assertEquals(List.of("\"text\",\"number\"", "\"a \"\"b\"\", c\",0.25", ","), Files.readAllLines(m_file));
    }

    @Test
    void writesRowIdsAndMissingValuesAsTold() throws Exception {
        m_parameters.m_main.m_writeRowHeader = true;
        m_parameters.m_main.m_writeColumnHeader = false;
        m_parameters.m_main.m_columnDelimiter = ";";
        m_parameters.m_advanced.m_missing = "-";
        write();
        assertEquals(List.of("\"Row0\";\"a \"\"b\"\", c\";0.25", "\"Row1\";-;-"), Files.readAllLines(m_file));
    }

    @Test
    void aFileThatExistsIsOverwrittenOnlyIfWanted() throws Exception {
        write();
        assertThrows(KNIMEException.class, this::write);
        m_target.m_ifPathExists = Existing.overwrite;
        write();
        assertEquals(3, Files.readAllLines(m_file).size());
    }

    @Test
    void theDataAreaOfTheWorkflowIsNotLeft() throws Exception {
        m_target.m_path.m_fileSystem = "RELATIVE";
        m_target.m_path.m_specifier = "knime.workflow.data";
        m_target.m_path.m_path = "results/out.csv";
        try (RunningWorkflow scope = RunningWorkflow.enter(m_folder)) {
            write();
            assertTrue(Files.exists(m_folder.resolve("data/results/out.csv")));
            m_target.m_path.m_path = "../out.csv";
            assertThrows(KNIMEException.class, this::write);
        }
    }

    @Test
    void imagesAndPlacesThatTheHostDoesNotKnowAreRefused() {
        final PortObjectSpec images = new DataTableSpec(Tables.column("image", PNGImageContent.TYPE));
        assertThrows(InvalidSettingsException.class, () -> EmbeddedNode.of(new CSVWriter2NodeFactory())
                .configure(m_parameters, new PortObjectSpec[] {images}, new PortType[0]));
        m_target.m_path.m_fileSystem = "MOUNTPOINT";
        assertThrows(KNIMEException.class, this::write);
        m_target.m_path.m_path = "";
        assertThrows(InvalidSettingsException.class, m_parameters::validate);
    }
}
