package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReferenceErrorsTests {

    /** Falling numbers: count, count - 1 .. 1. */
    private static double[] falling(final int count) {
        return IntStream.range(0, count).mapToDouble(i -> count - i).toArray();
    }

    private static JointModel model() {
        final JointModel model = TestModels.model();
        return new JointModel(
                model.specification(),
                model.weights(),
                model.temperature(),
                model.card(),
                ReferenceErrors.of(falling(30)));
    }

    @Test
    void fewErrorsAreAllKeptInOrder() {
        final ReferenceErrors kept = ReferenceErrors.of(falling(101)).orElseThrow();
        assertEquals(101, kept.images());
        assertEquals(IntStream.rangeClosed(1, 101).mapToObj(i -> (double) i).toList(), kept.errors());
    }

    @Test
    void ofManyErrorsThePercentilesAreKept() {
        final ReferenceErrors kept = ReferenceErrors.of(falling(151)).orElseThrow();
        assertEquals(151, kept.images());
        assertEquals(101, kept.errors().size());
        assertEquals(1, kept.errors().get(0));
        assertEquals(2.5, kept.errors().get(1), 1e-12);
        assertEquals(76, kept.errors().get(50), 1e-12);
        assertEquals(151, kept.errors().get(100));
    }

    @Test
    void tooFewErrorsTellNothing() {
        assertEquals(Optional.empty(), ReferenceErrors.of(falling(19)));
        assertTrue(ReferenceErrors.of(falling(20)).isPresent());
    }

    @Test
    void impossibleErrorsAreRefused() {
        final List<Double> falling =
                IntStream.range(0, 20).mapToObj(i -> 20.0 - i).toList();
        assertThrows(IllegalArgumentException.class, () -> new ReferenceErrors(20, falling));
        assertThrows(IllegalArgumentException.class, () -> new ReferenceErrors(19, Collections.nCopies(20, 1.0)));
        assertThrows(IllegalArgumentException.class, () -> new ReferenceErrors(200, Collections.nCopies(102, 1.0)));
        assertThrows(
                IllegalArgumentException.class, () -> new ReferenceErrors(20, Collections.nCopies(20, Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> new ReferenceErrors(20, Collections.nCopies(20, -1.0)));
    }

    @Test
    void aModelKeepsThemInItsFileAndWithAnotherCard() throws IOException {
        final JointModel read = TestModels.read(TestModels.file(model()));
        assertEquals(model().referenceErrors(), read.referenceErrors());
        assertEquals(model().referenceErrors(), read.withCard(model().card()).referenceErrors());
        TestModels.assertEqualModels(model(), read);
    }

    @Test
    void aFileWithoutThemHasNoTraceOfThem() throws IOException {
        final byte[] file = TestModels.file();
        assertEquals(Optional.empty(), TestModels.read(file).referenceErrors());
        assertTrue(!TestModels.header(file).contains("denoising_errors"));
    }

    @Test
    void alteredErrorsAreNoticed() throws IOException {
        final byte[] file = TestModels.file(model());
        final String header = TestModels.header(file);
        assertTrue(header.contains("[1.0,2.0,3.0"), header);
        for (final String altered : List.of(
                header.replace("[1.0,2.0,3.0", "[1.0,1.5,3.0"),
                header.replace("denoising_errors", "denoising_error"))) {
            final IOException error = assertThrows(
                    IOException.class, () -> TestModels.read(TestModels.file(altered, TestModels.data(file))));
            assertTrue(error.getMessage().contains("altered after it was written"), error.getMessage());
        }
    }

    @Test
    void textsThatAreNoErrorsAreRefused() {
        final String twenty = String.join(",", Collections.nCopies(20, "1"));
        for (final String text : List.of(
                "[1,2]",
                "{\"images\":20}",
                "{\"images\":20,\"errors\":[\"1\"]}",
                "{\"images\":20,\"errors\":[1,2]}",
                "{\"images\":3,\"errors\":[" + twenty + "]}",
                "{\"images\":20,\"errors\":[" + twenty + "],\"more\":1}")) {
            assertThrows(ModelFormatException.class, () -> ReferenceErrorsJson.read(text), text);
        }
    }
}
