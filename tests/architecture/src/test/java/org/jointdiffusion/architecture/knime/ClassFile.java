package org.jointdiffusion.architecture.knime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * One class file: what it offers to others and what it uses.
 *
 * @param summary what other classes can see of it
 * @param isAccessible whether the class itself and every class around it is public or protected
 * @param usedTypes internal names of every class that it mentions, generic signatures and annotations included
 * @param references every field and method that it uses
 */
record ClassFile(ClassSummary summary, boolean isAccessible, Set<String> usedTypes, Set<Reference> references) {

    static ClassFile read(final Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static List<ClassFile> read(final List<Path> files) {
        return files.stream().map(ClassFile::read).toList();
    }

    static ClassFile parse(final byte[] bytes) {
        final var collector = new ClassFileCollector();
        // no line numbers and local variables: their types are not linked
        new ClassReader(bytes).accept(collector.visitor(), ClassReader.SKIP_DEBUG);
        return collector.result();
    }

    String name() {
        return summary.name();
    }
}
