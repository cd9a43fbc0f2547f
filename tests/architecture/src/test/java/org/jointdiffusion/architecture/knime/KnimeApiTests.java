package org.jointdiffusion.architecture.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jointdiffusion.architecture.ProjectClasses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our bundles run in KNIME 5.8, and what compiles against the embedded host compiles against KNIME 5.8. */
class KnimeApiTests {

    private static ApiList api;

    @BeforeAll
    static void readList() throws IOException {
        api = ApiList.read(ApiCut.FILE);
    }

    private static List<ClassFile> classes(final ProjectClasses... modules) {
        return Stream.of(modules)
                .flatMap(module -> ClassFile.read(module.files()).stream())
                .toList();
    }

    @Test
    void theNodesLinkOnlyAgainstWhatKnimeHas() {
        final var files = classes(ProjectClasses.NODES, ProjectClasses.RUNTIME);
        assertUsesKnime(files);
        assertEquals("", String.join("\n", LinkageCheck.violations(api, files)));
    }

    @Test
    void theEmbeddedHostOffersNothingThatKnimeHasNot() throws IOException {
        final var files = classes(ProjectClasses.HOST_CORE, ProjectClasses.HOST_CORE_UI);
        assertUsesKnime(files);
        final var exceptions = HostExceptions.read(ApiCut.FILE.resolveSibling("host-exceptions.txt"));
        assertEquals("", String.join("\n", HostCheck.violations(api, exceptions, files)));
    }

    /** A check of no files, or of the wrong ones, finds nothing wrong. */
    private static void assertUsesKnime(final List<ClassFile> files) {
        assertTrue(files.stream().flatMap(file -> file.usedTypes().stream()).anyMatch(ClassWorld::isKnime));
    }
}
