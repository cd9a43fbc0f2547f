package org.jointdiffusion.architecture.knime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Gathers the parts of a {@link ClassFile} while ASM walks through it. */
final class ClassFileCollector extends ClassVisitor {

    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private final Set<String> m_usedTypes = new LinkedHashSet<>();
    private final Set<Reference> m_references = new LinkedHashSet<>();
    private final List<Member> m_members = new ArrayList<>();
    private final Map<String, Integer> m_nestedAccess = new HashMap<>();
    private int m_access;
    private String m_name;
    private String m_superName;
    private List<String> m_interfaces;

    ClassFileCollector() {
        super(Opcodes.ASM9);
    }

    /**
     * Returns the visitor to walk with: this one, behind ASM's renaming visitor, which meets every type name there is.
     */
    ClassVisitor visitor() {
        return new ClassRemapper(this, new Remapper() {
            @Override
            public String map(final String internalName) {
                m_usedTypes.add(internalName);
                return internalName;
            }
        });
    }

    ClassFile result() {
        final boolean isInterface = (m_access & Opcodes.ACC_INTERFACE) != 0;
        final var summary =
                new ClassSummary(isInterface, modifiers(m_access), m_name, m_superName, m_interfaces, m_members);
        return new ClassFile(summary, isAccessible(), m_usedTypes, m_references);
    }

    private boolean isAccessible() {
        final boolean isTopLevelPublic = (m_access & Opcodes.ACC_PUBLIC) != 0 || m_nestedAccess.containsKey(m_name);
        return isTopLevelPublic
                && m_nestedAccess.entrySet().stream()
                        .filter(nested -> m_name.equals(nested.getKey()) || m_name.startsWith(nested.getKey() + "$"))
                        .allMatch(nested -> (nested.getValue() & VISIBLE) != 0);
    }

    static Set<String> modifiers(final int access) {
        final Set<String> modifiers = new HashSet<>();
        if ((access & Opcodes.ACC_STATIC) != 0) {
            modifiers.add("static");
        }
        if ((access & Opcodes.ACC_FINAL) != 0) {
            modifiers.add("final");
        }
        if ((access & Opcodes.ACC_ABSTRACT) != 0) {
            modifiers.add("abstract");
        }
        if ((access & Opcodes.ACC_PROTECTED) != 0) {
            modifiers.add("protected");
        }
        if ((access & VISIBLE) == 0 || (access & Opcodes.ACC_SYNTHETIC) != 0) {
            modifiers.add("hidden");
        }
        return modifiers;
    }

    @Override
    public void visit(
            final int version,
            final int access,
            final String name,
            final String signature,
            final String superName,
            final String[] interfaces) {
        m_access = access;
        m_name = name;
        m_superName = superName;
        m_interfaces = interfaces == null ? List.of() : List.of(interfaces);
    }

    @Override
    public void visitInnerClass(final String name, final String outerName, final String innerName, final int access) {
        // a local or anonymous class has no outer name: nobody else can name it
        m_nestedAccess.put(name, outerName == null ? 0 : access);
    }

    @Override
    public FieldVisitor visitField(
            final int access, final String name, final String descriptor, final String signature, final Object value) {
        addMember(access, name, descriptor, null);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
                return new AnnotationCollector(annotation, m_references);
            }
        };
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(
            final String name, final String descriptor, final String signature) {
        return new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
                return new AnnotationCollector(annotation, m_references);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            final int access,
            final String name,
            final String descriptor,
            final String signature,
            final String[] exceptions) {
        addMember(access, name, descriptor, exceptions);
        return new MethodCollector(m_references);
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
        return new AnnotationCollector(annotation, m_references);
    }

    private void addMember(final int access, final String name, final String descriptor, final String[] exceptions) {
        final var declared = exceptions == null ? List.<String>of() : List.of(exceptions);
        m_members.add(new Member(modifiers(access), name, descriptor, declared));
    }
}
