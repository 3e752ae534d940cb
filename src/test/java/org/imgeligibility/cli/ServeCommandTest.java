package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as people start it, in a process of its own. */
class ServeCommandTest {

    private static final String MARK = "Zaphod";

    private static Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void say(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.getInputStream().readAllBytes();
        }
    }

    private static String post(String path, String type, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void nothingSaidToItIsPrintedAndItEndsWhenTold() throws Exception {
        Process server = start(List.of(), "serve", "--port", "0");
        try (BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String first = out.readLine();
            assertThat(first).startsWith("Serving on http://127.0.0.1:");
            int port = Integer.parseInt(first.replaceAll(".*:(\\d+)/.*", "$1"));
            say(port, post("/api/v1/evaluations", "application/json", "{\"id\":\"" + MARK + "\",\"scool\":{}}"));
            say(port, post("/api/v1/evaluations", "application/json", "{\"id\":\"" + MARK));
            say(port, post("/", "application/x-www-form-urlencoded", "id=" + MARK + "%zz"));
            say(port, post("/open", "multipart/form-data; boundary=x", MARK));
            say(port, "GET /?" + MARK + "=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            say(port, MARK + "\r\n\r\n");
            server.toHandle().destroy();
            assertThat(out.lines().toList()).isEmpty();
            assertThat(server.waitFor()).isEqualTo(128 + 15);
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void evaluatingLoadsNothingOfTheServer(@TempDir Path folder) throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Process evaluation = start(List.of("-Xshare:auto", "-Xlog:class+load=info:file=" + loaded), "evaluate", "fixtures" + File.separator + "asha.json");
        assertThat(new String(evaluation.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("Applicant asha");
        assertThat(evaluation.waitFor()).isZero();
        List<String> classes = Files.readAllLines(loaded);
        assertThat(classes).anyMatch(line -> line.contains("org.imgeligibility.evaluation.Evaluator")).noneMatch(line -> line.contains("springframework") || line.contains("org.apache.catalina"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --host 0.0.0.0                     | needs a login. Add --users FILE
            --host 0.0.0.0 --users nowhere     | cannot be read. Make it with 'htpasswd -B
            --host nowhere.invalid             | is no address of this machine.
            --host 192.0.2.1 --users {users}   | cannot be served on port
            --users {broken}                   | :1: has no bcrypt hash after the name.
            """)
    void whereItCannotServeSafelyItDoesNotStart(String options, String message, @TempDir Path folder) throws Exception {
        Path users = Files.writeString(folder.resolve("users"), "ada:$2y$04$" + "a".repeat(53) + "\n");
        Path broken = Files.writeString(folder.resolve("broken"), "ada:plain\n");
        StringWriter err = new StringWriter();
        String[] arguments = ("serve --port 0 " + options.replace("{users}", users.toString()).replace("{broken}", broken.toString())).split(" ");
        assertThat(Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err)).execute(arguments)).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString()).contains(message).doesNotContain("Exception", "\tat ");
    }
}
