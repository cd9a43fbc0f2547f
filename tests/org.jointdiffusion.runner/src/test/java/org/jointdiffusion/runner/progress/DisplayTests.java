package org.jointdiffusion.runner.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DisplayTests {

    private final ByteArrayOutputStream m_bytes = new ByteArrayOutputStream();
    private final PrintStream m_stream = new PrintStream(m_bytes, true, StandardCharsets.UTF_8);
    private Instant m_now = Instant.EPOCH;

    private String shown() {
        return m_bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void aTerminalHasOneLineThatIsWrittenOverAgain() {
        final var display = new UpdatingDisplay(m_stream, 10);
        display.status("one");
        display.status("longer than ten");
        display.line("done");
        assertEquals("\r\u001B[2Kone\r\u001B[2Klonger t…\r\u001B[2Kdone\n", shown());
    }

    @Test
    void aFileGetsAStatusEveryHalfMinuteOnly() {
        final var display = new SparseDisplay(m_stream, () -> m_now);
        display.status("at once");
        m_now = m_now.plusSeconds(30);
        display.status("after 30");
        m_now = m_now.plusSeconds(29);
        display.status("after 59");
        display.line("a line");
        assertEquals("after 30\na line\n", shown());
    }
}
