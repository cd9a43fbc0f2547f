package org.jointdiffusion.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.jointdiffusion.runner.ParameterAssignment.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterAssignmentTests {

    @Test
    void splitsNodeParameterAndValue() {
        final var assignment = ParameterAssignment.parse("Joint Diffusion Learner/maximumMinutes=2.5");
        assertEquals("2.5", assignment.value());
        assertEquals(
                new Target("Joint Diffusion Learner", "maximumMinutes"),
                assignment.resolve(Set.of("Joint Diffusion Learner")::contains));
    }

    @Test
    void valuesMayHoldSlashesAndEqualsSignsAndMayBeEmpty() {
        assertEquals("a/b=c", ParameterAssignment.parse("Reader/location=a/b=c").value());
        assertEquals("", ParameterAssignment.parse("Reader/location=").value());
    }

    @Test
    void nodeNamesAndParametersMayHoldSlashes() {
        final var nodes = Set.of("Train/Test", "Train");
        assertEquals(
                new Target("Train", "Test/seed"),
                ParameterAssignment.parse("Train/Test/seed=1").resolve(nodes::contains));
        assertEquals(
                new Target("Train/Test", "seed"),
                ParameterAssignment.parse("Train/Test/seed=1").resolve(Set.of("Train/Test")::contains));
    }

    @Test
    void anUnknownNodeIsWhatStandsBeforeTheFirstSlash() {
        assertEquals(
                new Target("Lerner", "group/seed"),
                ParameterAssignment.parse("Lerner/group/seed=1").resolve(name -> false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seed=1", "/seed=1", "Learner/seed", "Learner/=1", "=/1"})
    void otherFormsAreRefusedWithAnExample(final String text) {
        final var exception = assertThrows(IllegalArgumentException.class, () -> ParameterAssignment.parse(text));
        assertTrue(exception.getMessage().contains("<node>/<parameter>=<value>"), exception.getMessage());
    }
}
