package org.jointdiffusion.architecture.knime;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes small class files, among them such as javac would refuse, for the tests of the checks. */
final class GeneratedClass {

    private final ClassWriter m_writer = new ClassWriter(0);

    GeneratedClass(final int access, final String name, final String superName, final String... interfaces) {
        m_writer.visit(Opcodes.V17, access, name, null, superName, interfaces);
    }

    /** Begins a public class that extends another one. */
    static GeneratedClass named(final String name, final String superName, final String... interfaces) {
        return new GeneratedClass(Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, superName, interfaces);
    }

    GeneratedClass method(final int access, final String name, final String descriptor) {
        final MethodVisitor method = m_writer.visitMethod(access, name, descriptor, null, null);
        method.visitEnd();
        return this;
    }

    /** Adds a method whose body calls another one. */
    GeneratedClass calling(final int opcode, final String owner, final String name, final String descriptor) {
        final MethodVisitor method = m_writer.visitMethod(Opcodes.ACC_PUBLIC, "call" + name, "()V", null, null);
        method.visitCode();
        method.visitMethodInsn(opcode, owner, name, descriptor, opcode == Opcodes.INVOKEINTERFACE);
        method.visitInsn(Opcodes.RETURN);
        method.visitEnd();
        return this;
    }

    /** Adds a method whose body reads a static field. */
    GeneratedClass readingStatic(final String owner, final String name, final String descriptor) {
        final MethodVisitor method = m_writer.visitMethod(Opcodes.ACC_PUBLIC, "read" + name, "()V", null, null);
        method.visitCode();
        method.visitFieldInsn(Opcodes.GETSTATIC, owner, name, descriptor);
        method.visitInsn(Opcodes.RETURN);
        method.visitEnd();
        return this;
    }

    /** Annotates the class. */
    GeneratedClass annotated(final String annotation, final String element, final String value) {
        final AnnotationVisitor visitor = m_writer.visitAnnotation("L" + annotation + ";", true);
        visitor.visit(element, value);
        visitor.visitEnd();
        return this;
    }

    ClassFile file() {
        return ClassFile.parse(bytes());
    }

    byte[] bytes() {
        m_writer.visitEnd();
        return m_writer.toByteArray();
    }
}
