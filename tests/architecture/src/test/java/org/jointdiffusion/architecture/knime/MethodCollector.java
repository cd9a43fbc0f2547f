package org.jointdiffusion.architecture.knime;

import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Gathers the fields and methods that the instructions and annotations of one method use. */
final class MethodCollector extends MethodVisitor {

    private final Set<Reference> m_references;

    MethodCollector(final Set<Reference> references) {
        super(Opcodes.ASM9);
        m_references = references;
    }

    @Override
    public void visitFieldInsn(final int opcode, final String owner, final String name, final String descriptor) {
        final boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        m_references.add(new Reference(owner, name, descriptor, isStatic, false));
    }

    @Override
    public void visitMethodInsn(
            final int opcode,
            final String owner,
            final String name,
            final String descriptor,
            final boolean isInterface) {
        m_references.add(new Reference(owner, name, descriptor, opcode == Opcodes.INVOKESTATIC, isInterface));
    }

    @Override
    public void visitInvokeDynamicInsn(
            final String name, final String descriptor, final Handle bootstrap, final Object... arguments) {
        addConstant(bootstrap);
        for (final Object argument : arguments) {
            addConstant(argument);
        }
    }

    @Override
    public void visitLdcInsn(final Object value) {
        addConstant(value);
    }

    private void addConstant(final Object constant) {
        if (constant instanceof Handle handle) {
            final int tag = handle.getTag();
            final boolean isStatic =
                    tag == Opcodes.H_INVOKESTATIC || tag == Opcodes.H_GETSTATIC || tag == Opcodes.H_PUTSTATIC;
            m_references.add(new Reference(
                    handle.getOwner(), handle.getName(), handle.getDesc(), isStatic, handle.isInterface()));
        } else if (constant instanceof ConstantDynamic dynamic) {
            addConstant(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                addConstant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
        return new AnnotationCollector(annotation, m_references);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
            final int parameter, final String annotation, final boolean visible) {
        return new AnnotationCollector(annotation, m_references);
    }
}
