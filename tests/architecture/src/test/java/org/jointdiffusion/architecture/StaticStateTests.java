package org.jointdiffusion.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several workflows run in one JVM: they may share nothing but the one runtime service. */
class StaticStateTests {

    private static final String RUNTIME_SERVICE = "org.jointdiffusion.runtime.engine.RuntimeService";

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .importPaths(List.of(ProjectClasses.RUNTIME.folder(), ProjectClasses.NODES.folder()));

    private static final DescribedPredicate<JavaClass> CHANGEABLE =
            DescribedPredicate.describe("a type that is made to be changed", StaticStateTests::isChangeable);

    private static boolean isChangeable(final JavaClass type) {
        final String name = type.getFullName();
        return name.startsWith("java.util.concurrent.")
                || name.startsWith("java.lang.ThreadLocal")
                || name.startsWith("java.lang.StringBu")
                // List, Map and Set are taken for unmodifiable: their implementations with a public name are not
                || (name.startsWith("java.util.")
                        && !type.isInterface()
                        && (type.isAssignableTo(java.util.Collection.class)
                                || type.isAssignableTo(java.util.Map.class)));
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .areNotDeclaredIn(RUNTIME_SERVICE)
                .should()
                .beFinal()
                .check(SHIPPED);
    }

    @Test
    void staticFieldsHoldNothingThatChanges() {
        noFields()
                .that()
                .areStatic()
                .and()
                .areNotDeclaredIn(RUNTIME_SERVICE)
                .should()
                .haveRawType(CHANGEABLE)
                .check(SHIPPED);
    }
}
