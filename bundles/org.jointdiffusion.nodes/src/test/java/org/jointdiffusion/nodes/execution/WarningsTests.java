package org.jointdiffusion.nodes.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTests {

    private final Warnings m_warnings = new Warnings();

    private final List<String> m_told = new ArrayList<>();

    @Test
    void nothingIsSaidWhenAllIsWell() {
        m_warnings.tell("were skipped", m_told::add);

        assertEquals(List.of(), m_told);
    }

    @Test
    void manyRowsGiveOneMessageWithTheCount() {
        m_warnings.unusableImage("Row3", "The image is missing.");
        m_warnings.unusableImage("Row4", "PNG: the file is damaged.");
        m_warnings.note("2 images were stretched.");
        m_warnings.tell("were skipped", m_told::add);

        assertEquals(
                List.of("2 rows without a usable image were skipped, first \"Row3\": The image is missing. "
                        + "2 images were stretched."),
                m_told);
    }
}
