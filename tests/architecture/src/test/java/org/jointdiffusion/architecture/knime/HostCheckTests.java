package org.jointdiffusion.architecture.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class HostCheckTests {

    private static final int PACKAGE_PRIVATE = 0;

    private static final ApiList API = ApiList.parse(
            """
            # packages: org/knime/x,org/knime/covered
            interface org/knime/x/Base extends java/lang/Object
              method abstract name()Ljava/lang/String;
            class org/knime/x/Cell extends java/lang/Object implements org/knime/x/Base
              method <init>(I)V
              method static of(I)Lorg/knime/x/Cell;
              method protected touch()V
            """
                    .lines()
                    .toList());

    private static GeneratedClass cell(final String... interfaces) {
        return GeneratedClass.named("org/knime/x/Cell", "java/lang/Object", interfaces);
    }

    private static List<String> violations(final Map<String, String> exceptions, final GeneratedClass generated) {
        return HostCheck.violations(API, new HostExceptions(exceptions), List.of(generated.file()));
    }

    private static void assertRejected(final String expected, final GeneratedClass generated) {
        final var violations = violations(Map.of(), generated);
        assertEquals(1, violations.size(), () -> "violations: " + violations);
        assertTrue(violations.get(0).contains(expected), () -> "violation: " + violations.get(0));
    }

    @Test
    void acceptsWhatTheListHasAndWhatNobodySees() {
        final var generated = cell("org/knime/x/Base")
                .method(Opcodes.ACC_PUBLIC, "<init>", "(I)V")
                .method(Opcodes.ACC_PUBLIC, "name", "()Ljava/lang/String;")
                .method(Opcodes.ACC_PUBLIC, "toString", "()Ljava/lang/String;")
                .method(PACKAGE_PRIVATE, "helper", "()V")
                .method(Opcodes.ACC_PRIVATE, "secret", "()V");
        assertEquals(List.of(), violations(Map.of(), generated));
    }

    @Test
    void acceptsPackagePrivateClasses() {
        final var generated = new GeneratedClass(PACKAGE_PRIVATE, "org/knime/x/Helper", "java/lang/Object")
                .method(Opcodes.ACC_PUBLIC, "help", "()V");
        assertEquals(List.of(), violations(Map.of(), generated));
    }

    @Test
    void rejectsAnExtraMethod() {
        assertRejected("offers extra()V", cell().method(Opcodes.ACC_PROTECTED, "extra", "()V"));
    }

    @Test
    void rejectsAnExtraConstructor() {
        assertRejected("offers <init>()V", cell().method(Opcodes.ACC_PUBLIC, "<init>", "()V"));
    }

    @Test
    void rejectsAnInstanceMethodThatIsStaticInKnime() {
        assertRejected("static in KNIME", cell().method(Opcodes.ACC_PUBLIC, "of", "(I)Lorg/knime/x/Cell;"));
    }

    @Test
    void rejectsAPublicMethodThatIsProtectedInKnime() {
        assertRejected("protected in KNIME", cell().method(Opcodes.ACC_PUBLIC, "touch", "()V"));
    }

    @Test
    void rejectsAnExtraInterface() {
        assertRejected("is no java/lang/Runnable in KNIME", cell("java/lang/Runnable"));
    }

    @Test
    void rejectsAClassThatIsAnInterfaceInKnime() {
        assertRejected("is an interface", GeneratedClass.named("org/knime/x/Base", "java/lang/Object"));
    }

    @Test
    void rejectsAnExtraClass() {
        assertRejected("does not exist in KNIME", GeneratedClass.named("org/knime/x/Extra", "java/lang/Object"));
    }

    @Test
    void rejectsAClassOfACoveredPackageThatTheCutLeftOut() {
        assertRejected("does not exist in KNIME", GeneratedClass.named("org/knime/covered/Extra", "java/lang/Object"));
    }

    @Test
    void acceptsAClassOfAnotherPackageOnlyWhenItIsNamed() {
        assertRejected("host-exceptions.txt", GeneratedClass.named("org/knime/base/Scorer", "java/lang/Object"));
        assertEquals(
                List.of(),
                violations(
                        Map.of("org/knime/base/Scorer", "stands in for the Scorer"),
                        GeneratedClass.named("org/knime/base/Scorer", "java/lang/Object")));
    }

    @Test
    void rejectsANameThatTheHostNoLongerHas() {
        final var violations = violations(Map.of("org/knime/base/Gone", "was needed once"), cell());
        assertEquals(1, violations.size(), () -> "violations: " + violations);
        assertTrue(violations.get(0).contains("org/knime/base/Gone"));
    }

    @Test
    void rejectsANamedClassInACoveredPackage() {
        final var violations = violations(
                Map.of("org/knime/x/Extra", "looks handy"),
                GeneratedClass.named("org/knime/x/Extra", "java/lang/Object"));
        assertEquals(2, violations.size(), () -> "violations: " + violations);
    }
}
