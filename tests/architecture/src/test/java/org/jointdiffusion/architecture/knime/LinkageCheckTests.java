package org.jointdiffusion.architecture.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class LinkageCheckTests {

    private static final ApiList API = ApiList.parse(
            """
            class abstract org/knime/x/Model extends java/lang/Object
              field static final NAME Ljava/lang/String;
              method final reset()V
              method protected <init>()V
              method protected abstract execute(I)V throws java/io/IOException
              method static create()Lorg/knime/x/Model;
            class final org/knime/x/Sealed extends java/lang/Object
              method <init>()V
            interface org/knime/x/Row extends java/lang/Object implements java/lang/Iterable
              method abstract cell(I)Ljava/lang/Object;
              method size()I
            interface org/knime/x/Reader extends java/lang/Object
              method abstract read(Ljava/lang/Object;)Ljava/lang/Object;
            class abstract org/knime/x/TextReader extends java/lang/Object implements org/knime/x/Reader
              method <init>()V
              method read(Ljava/lang/String;)Ljava/lang/String;
            annotation org/knime/x/Label extends java/lang/Object implements java/lang/annotation/Annotation
              method abstract value()Ljava/lang/String;
            """
                    .lines()
                    .toList());

    private static GeneratedClass ours(final String... interfaces) {
        return GeneratedClass.named("org/jointdiffusion/Ours", "java/lang/Object", interfaces);
    }

    private static void assertAccepted(final GeneratedClass generated) {
        assertEquals(List.of(), LinkageCheck.violations(API, List.of(generated.file())));
    }

    private static void assertRejected(final String expected, final GeneratedClass generated) {
        final var violations = LinkageCheck.violations(API, List.of(generated.file()));
        assertEquals(1, violations.size(), () -> "violations: " + violations);
        assertTrue(violations.get(0).contains(expected), () -> "violation: " + violations.get(0));
    }

    @Test
    void acceptsWhatTheListHas() {
        assertAccepted(ours().calling(Opcodes.INVOKESTATIC, "org/knime/x/Model", "create", "()Lorg/knime/x/Model;")
                .calling(Opcodes.INVOKEVIRTUAL, "org/knime/x/Model", "reset", "()V")
                .calling(Opcodes.INVOKEINTERFACE, "org/knime/x/Row", "size", "()I")
                .readingStatic("org/knime/x/Model", "NAME", "Ljava/lang/String;")
                .annotated("org/knime/x/Label", "value", "text"));
    }

    @Test
    void acceptsWhatKnimeInheritsFromTheJdk() {
        assertAccepted(ours().calling(Opcodes.INVOKEINTERFACE, "org/knime/x/Row", "iterator", "()Ljava/util/Iterator;")
                .calling(Opcodes.INVOKEVIRTUAL, "org/knime/x/Model", "hashCode", "()I"));
    }

    @Test
    void rejectsAnUnknownClass() {
        assertRejected(
                "org/knime/x/Missing", ours().calling(Opcodes.INVOKESTATIC, "org/knime/x/Missing", "create", "()V"));
    }

    @Test
    void rejectsAnUnknownClassInADescriptor() {
        assertRejected("org/knime/x/Gone", ours().method(Opcodes.ACC_ABSTRACT, "make", "()[Lorg/knime/x/Gone;"));
    }

    @Test
    void rejectsAnUnknownMethod() {
        assertRejected("Model.stop()V", ours().calling(Opcodes.INVOKEVIRTUAL, "org/knime/x/Model", "stop", "()V"));
    }

    @Test
    void rejectsAnotherReturnType() {
        assertRejected("Row.size()J", ours().calling(Opcodes.INVOKEINTERFACE, "org/knime/x/Row", "size", "()J"));
    }

    @Test
    void rejectsAnUnknownConstructor() {
        assertRejected(
                "Sealed.<init>(I)V", ours().calling(Opcodes.INVOKESPECIAL, "org/knime/x/Sealed", "<init>", "(I)V"));
    }

    @Test
    void rejectsAnUnknownField() {
        assertRejected("Model.TITLE", ours().readingStatic("org/knime/x/Model", "TITLE", "Ljava/lang/String;"));
    }

    @Test
    void rejectsAMethodThatIsNotStaticInKnime() {
        assertRejected("static member", ours().calling(Opcodes.INVOKESTATIC, "org/knime/x/Model", "reset", "()V"));
    }

    @Test
    void rejectsACallThroughAnInterfaceThatIsAClassInKnime() {
        assertRejected(
                "for an interface", ours().calling(Opcodes.INVOKEINTERFACE, "org/knime/x/Model", "reset", "()V"));
    }

    @Test
    void rejectsAnUnknownAnnotationElement() {
        assertRejected("Label.title()", ours().annotated("org/knime/x/Label", "title", "text"));
    }

    @Test
    void rejectsAnInheritedMethodThatKnimeDoesNotHave() {
        final var generated = GeneratedClass.named("org/jointdiffusion/Ours", "org/knime/x/Model")
                .method(Opcodes.ACC_PROTECTED, "execute", "(I)V")
                .calling(Opcodes.INVOKEVIRTUAL, "org/jointdiffusion/Ours", "stop", "()V");
        assertRejected("Ours.stop()V", generated);
    }

    @Test
    void acceptsAnImplementationThatKnimeReachesThroughABridgeMethod() {
        assertAccepted(GeneratedClass.named("org/jointdiffusion/Ours", "org/knime/x/TextReader"));
    }

    @Test
    void rejectsAMissingImplementation() {
        assertRejected(
                "does not implement cell(I)Ljava/lang/Object;",
                ours("org/knime/x/Row").method(Opcodes.ACC_PUBLIC, "iterator", "()Ljava/util/Iterator;"));
    }

    @Test
    void rejectsAnOverrideOfAFinalMethod() {
        final var generated = GeneratedClass.named("org/jointdiffusion/Ours", "org/knime/x/Model")
                .method(Opcodes.ACC_PROTECTED, "execute", "(I)V")
                .method(Opcodes.ACC_PUBLIC, "reset", "()V");
        assertRejected("overrides reset()V", generated);
    }

    @Test
    void rejectsASubclassOfAFinalClass() {
        assertRejected("final in KNIME", GeneratedClass.named("org/jointdiffusion/Ours", "org/knime/x/Sealed"));
    }
}
