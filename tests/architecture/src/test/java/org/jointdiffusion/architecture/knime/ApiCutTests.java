package org.jointdiffusion.architecture.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiCutTests {

    @Test
    void keepsTheClassesOfTheWantedPackagesAndTheNamesOfAll() {
        final var full = List.of(
                "# KNIME",
                "class org/knime/a/One extends java/lang/Object",
                "  method run()V",
                "interface org/knime/b/Two extends java/lang/Object",
                "  method abstract size()I");
        final var cut = ApiCut.cut(full, Set.of("org/knime/b"));
        assertEquals(List.of("# KNIME", "# packages: org/knime/a,org/knime/b", full.get(3), full.get(4)), cut);
        assertTrue(ApiList.parse(cut).find("org/knime/a/One").isEmpty());
        assertTrue(ApiList.parse(cut).coversPackage("org/knime/a"));
    }
}
