package org.jointdiffusion.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Externalizable;
import java.io.FileInputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URLClassLoader;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom. */
class ArchitectureTests {

    private static final String RUNTIME = "org.jointdiffusion.runtime..";
    private static final String ENGINE = "org.jointdiffusion.runtime.engine..";
    private static final String NODES = "org.jointdiffusion.nodes..";
    private static final String EMBEDDED_HOST = "org.jointdiffusion.embedded..";
    private static final String SPARK_JOB = "org.jointdiffusion.spark..";
    private static final String DJL = "ai.djl..";
    private static final String SPARK = "org.apache.spark..";
    private static final String HADOOP = "org.apache.hadoop..";
    private static final String KNIME = "org.knime..";

    private static final JavaClasses ALL = read(ProjectClasses.values());
    private static final JavaClasses SHIPPED = read(ProjectClasses.RUNTIME, ProjectClasses.NODES);

    private static JavaClasses read(final ProjectClasses... modules) {
        return new ClassFileImporter()
                .importPaths(Stream.of(modules).map(ProjectClasses::folder).toList());
    }

    @Test
    void onlyTheEngineUsesDjl() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DJL)
                .because("the rest of the method must not care which tensor library computes it")
                .check(ALL);
    }

    @Test
    void theRuntimeKnowsNoKnime() {
        noClasses()
                .that()
                .resideInAPackage(RUNTIME)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KNIME, NODES, EMBEDDED_HOST)
                .because("the method is a library of its own")
                .check(ALL);
    }

    @Test
    void onlyTheJobForSparkKnowsSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SPARK_JOB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SPARK, HADOOP, SPARK_JOB)
                .because("the method and the nodes run without it")
                .check(ALL);
    }

    @Test
    void theJobForSparkKnowsNoKnime() {
        noClasses()
                .that()
                .resideInAPackage(SPARK_JOB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KNIME, NODES, EMBEDDED_HOST)
                .because("executors have no KNIME")
                .check(ALL);
    }

    @Test
    void theNodesDoNotKnowTheEmbeddedHost() {
        noClasses()
                .that()
                .resideInAPackage(NODES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(EMBEDDED_HOST)
                .because("KNIME does not have it")
                .check(ALL);
    }

    @Test
    void theEmbeddedHostDoesNotKnowTheExtension() {
        noClasses()
                .that()
                .resideInAnyPackage(KNIME, EMBEDDED_HOST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RUNTIME, NODES)
                .because("KNIME does not know it either")
                .check(ALL);
    }

    @Test
    void theFoundationsDoNotKnowWhatIsBuiltOnThem() {
        final String[] foundations = packages("network", "diffusion", "image", "metrics", "model");
        final String[] builtOnThem = packages("training", "prediction", "sampling", "explanation", "scoring");
        noClasses()
                .that()
                .resideInAnyPackage(foundations)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(builtOnThem)
                .check(ALL);
    }

    private static String[] packages(final String... names) {
        return Stream.of(names)
                .map(name -> "org.jointdiffusion.runtime." + name + "..")
                .toArray(String[]::new);
    }

    @Test
    void thePackagesOfTheRuntimeAreFreeOfCycles() {
        slices().matching("org.jointdiffusion.runtime.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    @Test
    void thePackagesOfTheNodesAreFreeOfCycles() {
        slices().matching("org.jointdiffusion.nodes.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    @Test
    void nothingIsReadOrWrittenWithJavaSerialisation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectOutputStream.class)
                .because("reading an object stream of unknown origin can run code")
                .check(ALL);
    }

    /** Java's own ways, and those of libraries on the class path, to turn bytes of a file into objects of any class. */
    @Test
    void noFileDecidesWhichClassesAreLoaded() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.beans.XMLDecoder")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.script..", "java.rmi..", "javax.naming..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(URLClassLoader.class)
                .orShould()
                .implement(Externalizable.class)
                .because("a file must bring data and never code")
                .check(SHIPPED);
    }

    /**
     * Pickles and TorchScript archives can run code: the engine loads the program that it wrote itself, and no other.
     */
    @Test
    void onlyTheProgramThatTheEngineWritesIsLoadedByPyTorch() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.jointdiffusion.runtime.engine.NativeProgram")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("ai.djl.Model")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl.repository..", "ai.djl.pytorch.engine..", "ai.djl.modality..")
                .orShould()
                .callMethod("ai.djl.ndarray.NDManager", "load", "java.nio.file.Path")
                .orShould()
                .callMethod("ai.djl.ndarray.NDManager", "decode", "java.io.InputStream")
                .check(SHIPPED);
    }

    /** PyTorch's own functions load programs, too; we use them only to set the number of threads. */
    @Test
    void ofPyTorchsOwnFunctionsOnlyThoseForThreadsAreCalled() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.jointdiffusion.runtime.engine.ComputeThreads")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.pytorch.jni..")
                .check(SHIPPED);
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a function of PyTorch that is not about threads",
                        call -> call.getTargetOwner().getPackageName().startsWith("ai.djl.pytorch")
                                && !call.getName().endsWith("NumThreads")))
                .check(SHIPPED);
    }

    @Test
    void theProgramComesFromMemory() {
        noClasses()
                .that()
                .haveFullyQualifiedName("org.jointdiffusion.runtime.engine.NativeProgram")
                .should()
                .callMethod("ai.djl.Model", "load", "java.nio.file.Path")
                .orShould()
                .callMethod("ai.djl.Model", "load", "java.nio.file.Path", "java.lang.String")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(FileInputStream.class)
                .check(SHIPPED);
    }

    @Test
    void theRuntimeDrawsNoRandomNumbersButItsOwn() {
        noClasses()
                .that()
                .resideInAPackage(RUNTIME)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("noise depends on the seed, the row and the step alone")
                .check(SHIPPED);
    }

    @Test
    void theBundlesDoNotWriteToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(SHIPPED);
    }
}
