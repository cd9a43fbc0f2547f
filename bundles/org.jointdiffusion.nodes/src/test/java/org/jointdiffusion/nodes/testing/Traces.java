package org.jointdiffusion.nodes.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdiffusion.runtime.engine.RuntimeService;

/**
 * What nodes can leave behind in a process once they have ended.
 *
 * @param threads the names of the threads
 * @param nativeArrays arrays in native memory
 * @param openFiles files that are open below a folder; none where the system does not tell
 */
public record Traces(Set<String> threads, int nativeArrays, Set<String> openFiles) {

    private static final long PATIENCE_MILLISECONDS = 5000;

    /** Counts now. */
    public static Traces now(final Path folder) throws IOException {
        final Set<String> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                // the virtual machine's own helpers come and go
                .filter(name ->
                        !name.matches("Common-Cleaner|process reaper.*|Reference Handler|Attach Listener|C[12] .*"))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Traces(threads, RuntimeService.shared().nativeArrays(), openFiles(folder));
    }

    /** Fails when there is more than there was before; threads may take a moment to end. */
    public static void assertNoMoreThan(final Traces before, final Path folder) throws Exception {
        final long deadline = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
        Traces now = now(folder);
        while (!before.threads.containsAll(now.threads) && System.currentTimeMillis() < deadline) {
            Thread.sleep(50);
            now = now(folder);
        }
        final Set<String> more = new TreeSet<>(now.threads);
        more.removeAll(before.threads);
        assertEquals(Set.of(), more, "threads left behind");
        assertEquals(before.nativeArrays, now.nativeArrays, "native arrays");
        assertEquals(before.openFiles, now.openFiles, "open files");
    }

    private static Set<String> openFiles(final Path folder) throws IOException {
        final Path descriptors = Path.of("/proc/self/fd");
        final Set<String> open = new TreeSet<>();
        if (Files.isDirectory(descriptors)) {
            try (Stream<Path> links = Files.list(descriptors)) {
                for (final Path link : links.toList()) {
                    if (Files.isSymbolicLink(link)
                            && Files.readSymbolicLink(link).startsWith(folder)) {
                        open.add(Files.readSymbolicLink(link).toString());
                    }
                }
            }
        }
        return open;
    }
}
