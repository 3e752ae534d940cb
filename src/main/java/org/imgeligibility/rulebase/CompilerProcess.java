package org.imgeligibility.rulebase;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.imgeligibility.facts.InputException;

/**
 * Compiles in a process of its own: with the quick compiler of the JVM alone it takes five seconds where this
 * process would take eight, and one that does not come to an end can be stopped. It takes one piece of work after
 * another and ends when nobody can give it any more.
 */
final class CompilerProcess implements AutoCloseable {

    private static final long MINUTES = 2;

    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;

    /** @throws IOException where no process can be started */
    CompilerProcess() throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Xmx1g", "-cp", System.getProperty("java.class.path"), CompilerProcess.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        to = new DataOutputStream(process.getOutputStream());
        from = new DataInputStream(process.getInputStream());
    }

    /**
     * The same as {@link RuleCompiler#compile(Policy)}.
     *
     * @throws InputException when it takes longer than two minutes, or more memory than there is
     */
    static CompiledRules compile(Policy policy) {
        try (CompilerProcess once = new CompilerProcess()) {
            return once.compile(RuleCompiler.types(policy), RuleCompiler.rules(policy));
        } catch (IOException notHere) {
            return RuleCompiler.compile(policy);
        }
    }

    /** @throws InputException as above; the process is of no further use then */
    CompiledRules compile(String types, String rules) {
        CompletableFuture<byte[]> archive = CompletableFuture.supplyAsync(() -> ask(types, rules));
        try {
            return CompiledRules.from(archive.get(MINUTES, TimeUnit.MINUTES));
        } catch (TimeoutException endless) {
            close();
            throw new InputException("", "The rules take more than " + MINUTES + " minutes to compile. Split the largest conditions.");
        } catch (ExecutionException | IOException ended) {
            close();
            throw new InputException("", "The engine cannot compile these rules. Take the last edit back, then make it in smaller steps.");
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while compiling", stopped);
        }
    }

    private byte[] ask(String types, String rules) {
        try {
            write(to, types.getBytes(StandardCharsets.UTF_8));
            write(to, rules.getBytes(StandardCharsets.UTF_8));
            to.flush();
            return read(from);
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static void write(DataOutputStream to, byte[] bytes) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static byte[] read(DataInputStream from) throws IOException {
        byte[] bytes = new byte[from.readInt()];
        from.readFully(bytes);
        return bytes;
    }

    /** The other end: two texts in, an archive out, until the input ends. */
    public static void main(String[] none) throws IOException {
        DataOutputStream out = new DataOutputStream(System.out);
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(System.in);
        for (byte[] types = first(in); types.length > 0; types = first(in)) {
            write(out, RuleCompiler.compile(new String(types, StandardCharsets.UTF_8), new String(read(in), StandardCharsets.UTF_8)).toBytes());
            out.flush();
        }
    }

    /** What comes next; nothing at the end. */
    private static byte[] first(DataInputStream in) throws IOException {
        try {
            return read(in);
        } catch (EOFException end) {
            return new byte[0];
        }
    }
}
