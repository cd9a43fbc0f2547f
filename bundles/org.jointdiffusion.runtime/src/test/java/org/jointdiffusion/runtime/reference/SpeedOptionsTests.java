package org.jointdiffusion.runtime.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpeedOptionsTests {

    @Test
    void measuresAllWithTwoThreadsUnlessAskedOtherwise() throws IOException {
        final SpeedOptions options = SpeedOptions.parse(List.of());
        assertEquals(2, options.threads());
        assertEquals(List.of("a", "b"), options.chosen(List.of("a", "b")));
    }

    @Test
    void measuresChosenFiguresInTheirOrder() throws IOException {
        final SpeedOptions options = SpeedOptions.parse(List.of("--only", "c,a", "--threads", "1"));
        assertEquals(1, options.threads());
        assertEquals(List.of("a", "c"), options.chosen(List.of("a", "b", "c")));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThrows(IOException.class, () -> SpeedOptions.parse(List.of("--only")));
        assertThrows(IOException.class, () -> SpeedOptions.parse(List.of("--many", "2")));
        assertThrows(IOException.class, () -> SpeedOptions.parse(List.of("--threads", "3")));
        final SpeedOptions options = SpeedOptions.parse(List.of("--only", "z"));
        final IOException unknown = assertThrows(IOException.class, () -> options.chosen(List.of("a", "b")));
        assertEquals("There is no figure \"z\". The figures to choose from are: a, b.", unknown.getMessage());
    }
}
