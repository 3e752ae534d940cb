package org.imgeligibility.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A master and two workers of one core each, as processes of this machine. */
final class Cluster implements AutoCloseable {

    private static final String HERE = "127.0.0.1";

    private final List<Process> processes = new ArrayList<>();
    private final String master;

    Cluster(Installation spark) throws IOException, InterruptedException {
        int port = freePort();
        this.master = "spark://" + HERE + ":" + port;
        processes.add(spark.start("master", "org.apache.spark.deploy.master.Master", List.of("--host", HERE, "--port", String.valueOf(port), "--webui-port", "0")));
        await(() -> spark.logged("master").contains("I have been elected leader"));
        for (int number = 1; number <= 2; number++) {
            processes.add(spark.start("worker" + number, "org.apache.spark.deploy.worker.Worker",
                    List.of("--host", HERE, "--webui-port", "0", "--cores", "1", "--memory", "1g", "--work-dir", spark.logs().resolve("work" + number).toString(), master)));
        }
        await(() -> spark.logged("worker1").contains("Successfully registered") && spark.logged("worker2").contains("Successfully registered"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            return any.getLocalPort();
        }
    }

    /** Something that comes true by and by. */
    interface Condition {

        boolean holds() throws IOException;
    }

    static void await(Condition condition) throws IOException, InterruptedException {
        for (int tries = 0; !condition.holds(); tries++) {
            if (tries > 6000) {
                throw new IllegalStateException("waited for in vain");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    String master() {
        return master;
    }

    /** A process in which tasks run at the moment. */
    Optional<ProcessHandle> executor() {
        return processes.stream().flatMap(Process::descendants).filter(process -> process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend")).findFirst();
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
