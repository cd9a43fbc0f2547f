package org.jointdiffusion.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials beside the update site names exactly what the bundles contain. */
class BillOfMaterialsTests {

    private static List<Component> components;

    @BeforeAll
    static void read() throws IOException {
        components = Component.read(UpdateSite.billOfMaterials());
    }

    @Test
    void everyNestedJarIsNamedByItsContentAndNothingElseIs() throws IOException {
        final Set<String> shipped = new TreeSet<>();
        for (final Path bundle : UpdateSite.bundles()) {
            UpdateSite.nestedFiles(bundle).stream()
                    .filter(ShippedFile::isJar)
                    .map(ShippedFile::sha256)
                    .forEach(shipped::add);
        }
        final var named = components.stream()
                .filter(component -> component.purl().startsWith("pkg:maven/"))
                .filter(component -> !component.name().equals("pytorch-native-cpu"))
                .map(Component::sha256)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(shipped.size() > 10, "nested jars: " + shipped);
        assertEquals(shipped, named);
    }

    @Test
    void everyNativeLibraryIsNamedInTheJarThatHoldsIt() throws IOException {
        int count = 0;
        for (final Path bundle : UpdateSite.bundles()) {
            for (final ShippedFile file : UpdateSite.nestedFiles(bundle)) {
                if (!file.isJar()) {
                    count++;
                    final var holder = UpdateSite.isNatives(bundle) ? natives(file) : holder(file);
                    assertTrue(
                            holder.flatMap(jar -> jar.parts().stream())
                                    .anyMatch(part -> part.name().equals(file.name())),
                            file.place() + " is not named: add it to sbom/parts.xml");
                }
            }
        }
        assertTrue(count > 10, "native libraries: " + count);
    }

    @Test
    void theVersionOfEachBundleOfNativesIsThatOfItsComponent() throws IOException {
        final var bundles =
                UpdateSite.bundles().stream().filter(UpdateSite::isNatives).toList();
        final var natives = components.stream()
                .filter(component -> component.name().equals("pytorch-native-cpu"))
                .toList();
        assertFalse(bundles.isEmpty());
        assertEquals(bundles.size(), natives.size());
        for (final Path bundle : bundles) {
            final String file = bundle.getFileName().toString();
            assertTrue(natives.stream().allMatch(component -> file.endsWith("_" + component.version() + ".jar")), file);
        }
    }

    @Test
    void everyComponentHasAVersionAndALicence() {
        final var all = components.stream()
                .flatMap(component -> Stream.concat(Stream.of(component), component.parts().stream()))
                .toList();
        for (final Component component : all) {
            assertFalse(component.version().isBlank(), component.name());
            assertFalse(component.licences().isEmpty(), component.name());
            assertTrue(component.licences().stream().noneMatch(String::isBlank), component.name());
        }
    }

    @Test
    void pyTorchIsNotUnderTheLicenceOfItsPackager() {
        components.stream()
                .filter(component -> component.name().equals("pytorch-native-cpu"))
                .forEach(component -> assertEquals(List.of("BSD-3-Clause"), component.licences()));
    }

    private static Stream<Component> holder(final ShippedFile file) {
        return components.stream().filter(component -> component.sha256().equals(file.container()));
    }

    /** The platform is a folder of the library's path: pytorch/cpu/linux-x86_64/libtorch.so. */
    private static Stream<Component> natives(final ShippedFile file) {
        final String[] folders = file.place().split("/");
        final String classifier = "classifier=" + folders[folders.length - 2];
        return components.stream()
                .filter(component -> component.purl().contains("pytorch-native-cpu@"))
                .filter(component -> component.purl().contains(classifier));
    }
}
