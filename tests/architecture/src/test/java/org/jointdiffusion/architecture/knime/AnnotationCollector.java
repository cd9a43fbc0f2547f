package org.jointdiffusion.architecture.knime;

import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Gathers the elements that an annotation sets and the enum constants that it names. */
final class AnnotationCollector extends AnnotationVisitor {

    private final String m_annotation;
    private final Set<Reference> m_references;

    AnnotationCollector(final String annotationDescriptor, final Set<Reference> references) {
        super(Opcodes.ASM9);
        m_annotation = Type.getType(annotationDescriptor).getInternalName();
        m_references = references;
    }

    @Override
    public void visit(final String name, final Object value) {
        addElement(name);
    }

    @Override
    public void visitEnum(final String name, final String descriptor, final String value) {
        addElement(name);
        final String owner = Type.getType(descriptor).getInternalName();
        m_references.add(new Reference(owner, value, descriptor, true, false));
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String name, final String descriptor) {
        addElement(name);
        return new AnnotationCollector(descriptor, m_references);
    }

    @Override
    public AnnotationVisitor visitArray(final String name) {
        addElement(name);
        return this;
    }

    private void addElement(final String name) {
        // the values of an array have no name
        if (name != null) {
            m_references.add(new Reference(m_annotation, name, null, false, true));
        }
    }
}
