package org.jointdiffusion.shipping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The update site as it was built. */
final class UpdateSite {

    private static final String NATIVES = "org.jointdiffusion.djl.natives.";

    private UpdateSite() {}

    /** Returns the checkout's root folder. */
    static Path root() {
        return Path.of(System.getProperty("basedir", "."))
                .toAbsolutePath()
                .resolve("../..")
                .normalize();
    }

    /** Returns the bundles. */
    static List<Path> bundles() throws IOException {
        return list(root().resolve("update-site/target/repository/plugins"), ".jar");
    }

    /** Returns the one bill of materials beside the site. */
    static Path billOfMaterials() throws IOException {
        final var found = list(root().resolve("update-site/target"), ".cdx.xml");
        if (found.size() != 1) {
            throw new IOException("One bill of materials is expected beside the update site, but there are " + found
                    + ". Build the module sbom.");
        }
        return found.get(0);
    }

    static boolean isNatives(final Path bundle) {
        return bundle.getFileName().toString().startsWith(NATIVES);
    }

    /** Returns every jar and native library inside the bundle, however deep. */
    static List<ShippedFile> nestedFiles(final Path bundle) throws IOException {
        final List<ShippedFile> found = new ArrayList<>();
        // by its table of contents: PyTorch's libraries have half a gigabyte, and only their names count
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (final ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    add(entry.getName(), content, bundle.getFileName().toString(), "", found);
                }
            }
        }
        return found;
    }

    private static void add(
            final String name,
            final InputStream content,
            final String holder,
            final String holderHash,
            final List<ShippedFile> found)
            throws IOException {
        final String place = holder + "!" + name;
        if (ShippedFile.isNative(name)) {
            found.add(new ShippedFile(place, holderHash, ""));
        } else if (name.endsWith(".jar")) {
            final byte[] bytes = content.readAllBytes();
            final String hash = ShippedFile.sha256(bytes);
            found.add(new ShippedFile(place, holderHash, hash));
            final var zip = new ZipInputStream(new ByteArrayInputStream(bytes));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(entry.getName(), zip, place, hash, found);
            }
        }
    }

    private static List<Path> list(final Path folder, final String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
