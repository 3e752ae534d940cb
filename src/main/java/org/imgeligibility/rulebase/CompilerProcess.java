package org.imgeligibility.rulebase;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.imgeligibility.facts.InputException;

/**
 * Compiles in a process of its own: with the quick compiler of the JVM alone it takes five seconds where this
 * process would take eight, and one that does not come to an end can be stopped.
 */
final class CompilerProcess {

    private static final long MINUTES = 2;

    private CompilerProcess() {
    }

    /**
     * The same as {@link RuleCompiler#compile(Policy)}.
     *
     * @throws InputException when it takes longer than two minutes
     */
    static CompiledRules compile(Policy policy) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                    "-Xmx1g", "-cp", System.getProperty("java.class.path"), CompilerProcess.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            CompletableFuture<byte[]> archive = CompletableFuture.supplyAsync(() -> read(process));
            try (DataOutputStream to = new DataOutputStream(process.getOutputStream())) {
                write(to, RuleCompiler.types(policy));
                write(to, RuleCompiler.rules(policy));
            }
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new InputException("", "The rules take more than " + MINUTES + " minutes to compile. Split the largest conditions.");
            }
            return CompiledRules.from(archive.join());
        } catch (IOException notHere) {
            return RuleCompiler.compile(policy);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while compiling", stopped);
        }
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException broken) {
            return new byte[0];
        }
    }

    private static void write(DataOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static String text(DataInputStream from) throws IOException {
        return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
    }

    /** The other end: two texts in, an archive out. */
    public static void main(String[] none) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        DataInputStream from = new DataInputStream(System.in);
        out.write(RuleCompiler.compile(text(from), text(from)).toBytes());
        out.flush();
    }
}
