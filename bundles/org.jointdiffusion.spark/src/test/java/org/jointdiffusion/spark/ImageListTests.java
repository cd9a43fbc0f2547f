package org.jointdiffusion.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.LabeledImage;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageListTests {

    private static final PixelImage IMAGE = new PixelImage(new ImageShape(1, 2, 2), new byte[] {1, 2, 3, 4});

    @TempDir
    private Path folder;

    private static List<ImagePlace> list(final Path location) throws Exception {
        return new ImageList(new Configuration()).of(location.toString());
    }

    private static List<String> names(final Path location) throws Exception {
        return list(location).stream().map(ImagePlace::name).toList();
    }

    private static LabeledImage read(final ImagePlace place) throws Exception {
        return new ImageFiles(new Configuration()).read(place);
    }

    private Path file(final String name) throws Exception {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, PngEncoder.encode(IMAGE));
    }

    @Test
    void aFolderIsListedInTheOrderOfItsNames() throws Exception {
        file("Ünder wear/b 1%20.png");
        file("Coat/a.png");
        file("c.png");
        file(".hidden/d.png");
        file("Coat/.e.png");
        assertEquals(List.of("Coat/a.png", "c.png", "Ünder wear/b 1%20.png"), names(folder));
        for (final ImagePlace place : list(folder)) {
            assertEquals(IMAGE, read(place).image().orElseThrow());
        }
    }

    @Test
    void aTextFileNamesImagesBesideItOrAnywhere() throws Exception {
        final Path elsewhere = file("elsewhere/a b.png");
        file("lists/b.png");
        final Path list = Files.write(folder.resolve("lists/list.txt"), List.of("b.png", "", elsewhere + " "));
        assertEquals(List.of("b.png", elsewhere.toString()), names(list));
        for (final ImagePlace place : list(list)) {
            assertEquals(IMAGE, read(place).image().orElseThrow());
        }
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        final Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(
                "\"" + empty + "\" holds no files. Check the place of the images.",
                assertThrows(JobException.class, () -> list(empty)).getMessage());
        final Path lost = folder.resolve("lost");
        assertEquals(
                "\"" + lost + "\" does not exist. Check the place of the images.",
                assertThrows(JobException.class, () -> list(lost)).getMessage());
        final Path image = Files.write(folder.resolve("image"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\n'});
        final String message =
                assertThrows(JobException.class, () -> list(image)).getMessage();
        assertTrue(message.contains("is no text file in UTF-8"), message);
    }

    @Test
    void anImageThatCannotBeUsedHasAProblem() throws Exception {
        final Path list = Files.write(folder.resolve("list.txt"), List.of("lost.png", "list.txt", "."));
        final List<String> problems = new ArrayList<>();
        for (final ImagePlace place : list(list)) {
            problems.add(read(place).problem().orElseThrow());
        }
        assertTrue(problems.get(0).startsWith("The file does not exist"), problems::toString);
        assertTrue(problems.get(1).startsWith("The file is not a PNG"), problems::toString);
        assertTrue(problems.get(2).startsWith("The file does not exist, or cannot be read."), problems::toString);
    }

    @Test
    void blocksDependOnTheListAlone() throws Exception {
        file("a.png");
        file("b.png");
        file("c.png");
        final List<ImageBlock> blocks = ImageBlock.of(list(folder), 2);
        assertEquals(2, blocks.size());
        assertEquals(list(folder).subList(0, 2), blocks.get(0).images());
        assertEquals(list(folder).subList(2, 3), blocks.get(1).images());
    }
}
