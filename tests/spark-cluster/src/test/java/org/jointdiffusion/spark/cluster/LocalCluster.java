package org.jointdiffusion.spark.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A standalone cluster of Spark on this machine: a master and workers with one core each, every one a process of its
 * own that listens on 127.0.0.1 only. Closing it ends all of them with their executors.
 */
final class LocalCluster implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration JOB = Duration.ofMinutes(30);
    private static final String ADDRESS = "127.0.0.1";
    private static final String JOB_JAR = "joint-diffusion-spark.jar";

    /**
     * How a submitted job ended.
     *
     * @param code its exit code
     * @param said everything that it wrote
     */
    record Submission(int code, String said) {}

    private final Path folder;
    private final int workers;
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    private LocalCluster(final Path folder, final int workers) throws IOException, InterruptedException {
        this.folder = folder;
        this.workers = workers;
        Files.createDirectories(folder.resolve("spark/jars"));
        try {
            master = startMaster();
            startWorkers();
        } catch (final IOException | InterruptedException | RuntimeException | AssertionError failure) {
            close();
            throw failure;
        }
    }

    /** Starts a cluster that keeps its logs in a folder, and waits until all workers are there. */
    static LocalCluster start(final Path folder, final int workers) throws IOException, InterruptedException {
        return new LocalCluster(folder, workers);
    }

    private String startMaster() throws IOException, InterruptedException {
        final Path log = folder.resolve("master.log");
        start(
                log,
                List.of("-Xmx256m"),
                "org.apache.spark.deploy.master.Master",
                "--host",
                ADDRESS,
                "--port",
                "0",
                "--webui-port",
                "0");
        return await(log, Pattern.compile("Starting Spark master at (spark://127\\.0\\.0\\.1:\\d+)"));
    }

    private void startWorkers() throws IOException, InterruptedException {
        for (int worker = 0; worker < workers; worker++) {
            start(
                    workerLog(worker),
                    List.of("-Xmx256m"),
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    ADDRESS,
                    "--port",
                    "0",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("work" + worker).toString(),
                    master);
        }
        for (int worker = 0; worker < workers; worker++) {
            await(workerLog(worker), Pattern.compile("Successfully registered with (master)"));
        }
    }

    private Path workerLog(final int worker) {
        return folder.resolve("worker" + worker + ".log");
    }

    /** What {@code spark-submit} needs to hand over PyTorch's native libraries. */
    static List<String> withNatives() {
        return List.of("--jars", natives().toString());
    }

    /** Submits the job with options of {@code spark-submit} and waits for its end. */
    Submission submit(final List<String> options, final String... arguments) throws IOException, InterruptedException {
        final List<String> all = new ArrayList<>(List.of(
                "--master", master,
                "--class", "org.jointdiffusion.spark.SparkJob",
                "--executor-memory", "512m",
                "--total-executor-cores", Integer.toString(workers),
                // tasks begin when every executor is there, so that all of them get some
                "--conf", "spark.scheduler.minRegisteredResourcesRatio=1",
                "--conf", "spark.scheduler.maxRegisteredResourcesWaitingTime=5m",
                "--conf", "spark.driver.host=" + ADDRESS,
                "--conf", "spark.ui.enabled=false",
                "--conf", "spark.task.maxFailures=1"));
        all.addAll(options);
        all.add(jobJar().toString());
        all.addAll(List.of(arguments));
        final Path log = Files.createTempFile(folder, "job", ".log");
        final List<String> jvm = new ArrayList<>(List.of("-Xmx512m"));
        jvm.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split("\\s+")));
        final Process job = start(log, jvm, "org.apache.spark.deploy.SparkSubmit", all.toArray(String[]::new));
        if (!job.waitFor(JOB.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The job did not end:\n" + Files.readString(log));
        }
        return new Submission(job.exitValue(), Files.readString(log));
    }

    /** How many executors have finished a task of a job, over all jobs. */
    long busyExecutors() throws IOException {
        long busy = 0;
        for (int worker = 0; worker < workers; worker++) {
            try (Stream<Path> files = Files.walk(folder.resolve("work" + worker))) {
                final List<Path> logs =
                        files.filter(file -> file.endsWith("stderr")).toList();
                for (final Path log : logs) {
                    busy += Files.readString(log).contains("Finished task") ? 1 : 0;
                }
            }
        }
        return busy;
    }

    private Process start(final Path log, final List<String> jvm, final String main, final String... arguments)
            throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", sparkClassPath(), Leash.class.getName(), main));
        command.addAll(List.of(arguments));
        final ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        final Map<String, String> environment = builder.environment();
        // the job has to see to the number of threads itself
        environment.remove("OMP_NUM_THREADS");
        environment.put("SPARK_HOME", folder.resolve("spark").toString());
        environment.put("SPARK_SCALA_VERSION", "2.13");
        environment.put("SPARK_DIST_CLASSPATH", sparkClassPath());
        environment.put("SPARK_LOCAL_IP", ADDRESS);
        environment.put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
        if (System.getProperty("DJL_CACHE_DIR") != null) {
            environment.put("DJL_CACHE_DIR", System.getProperty("DJL_CACHE_DIR"));
        }
        final Process process = builder.start();
        processes.add(process);
        return process;
    }

    private static String await(final Path log, final Pattern sign) throws IOException, InterruptedException {
        final long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            final Matcher found = sign.matcher(Files.exists(log) ? Files.readString(log) : "");
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("A process of the cluster did not start:\n" + Files.readString(log));
    }

    /** What is on Spark's class path: neither the job nor PyTorch. */
    private static String sparkClassPath() {
        return classPath()
                .filter(entry -> !entry.equals(jobJar()) && !entry.equals(natives()))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(Path::of);
    }

    private static Path jobJar() {
        return onClassPath(JOB_JAR);
    }

    private static Path natives() {
        return onClassPath("pytorch-native-cpu");
    }

    private static Path onClassPath(final String start) {
        return classPath()
                .filter(entry -> entry.getFileName().toString().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + start + " on the class path."));
    }

    /** All processes of the cluster that are running, executors included. */
    Set<ProcessHandle> running() {
        return processes.stream()
                .map(Process::toHandle)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .filter(ProcessHandle::isAlive)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public void close() {
        final Set<ProcessHandle> running = running();
        running.forEach(ProcessHandle::destroyForcibly);
        running.forEach(process -> process.onExit().join());
    }
}
