package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.imgeligibility.cli.Workbench.Told;

/** The command serve as the reader starts it, on a port that is free, until this is closed. */
final class Served implements AutoCloseable {

    private final Thread serving;
    private final BufferedReader told;
    private final String address;

    Served(String[] arguments) throws IOException {
        PipedReader reading = new PipedReader(1 << 16);
        PrintWriter out = new PrintWriter(new PipedWriter(reading), true);
        String[] anyPort = Arrays.copyOf(arguments, arguments.length + 2);
        anyPort[arguments.length] = "--port";
        anyPort[arguments.length + 1] = "0";
        serving = new Thread(() -> Main.commandLine(out, out).execute(anyPort), "serve");
        serving.start();
        told = new BufferedReader(reading);
        String first = told.readLine();
        assertThat(first).startsWith("Serving on http://127.0.0.1:");
        address = first.replaceAll("Serving on (\\S+) .*", "$1");
    }

    /** The first line, as it is on the usual port. */
    Told told() {
        return new Told(0, "Serving on http://127.0.0.1:8080/ (end with Ctrl+C).");
    }

    /** The page of a new case, as a browser gets it. */
    String form() throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() throws InterruptedException {
        serving.interrupt();
        serving.join();
    }
}
