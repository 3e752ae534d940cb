package org.imgeligibility.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** Spark as the build lays it out under target/spark, used as a cluster's users use theirs. */
record Installation(Path logs) {

    static final Path HOME = Path.of("target/spark").toAbsolutePath();
    private static final List<String> JARS = List.of("--jars", "target/img-eligibility.jar", "target/img-eligibility-spark.jar");

    /** A process of its own with a main class of Spark or of these tests; what it prints goes to a file. */
    Process start(String name, String mainClass, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        command.addAll(List.of("-Dspark.master=local[2]", "-cp", HOME.resolve("jars") + "/*" + File.pathSeparator + "target/test-classes", mainClass));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile());
        process.environment().put("SPARK_HOME", HOME.toString());
        process.environment().put("SPARK_SCALA_VERSION", "2.13");
        process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return process.start();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A caseload handed in; settings come before the arguments of the caseload itself. */
    Process submit(String name, String master, List<String> settings, List<String> arguments) throws IOException {
        Stream<String> fixed = Stream.of("--master", master, "--conf", "spark.ui.enabled=false", "--class", Caseload.class.getName());
        return start(name, "org.apache.spark.deploy.SparkSubmit", Stream.of(fixed, settings.stream(), JARS.stream(), arguments.stream()).flatMap(some -> some).toList());
    }

    static int ended(Process process) throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.HOURS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after an hour");
        }
        return process.exitValue();
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    String logged(String name) throws IOException {
        return Files.readString(log(name));
    }
}
