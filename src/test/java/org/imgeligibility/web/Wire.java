package org.imgeligibility.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which a client may say anything, at any pace. */
final class Wire implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (\\d{3})");

    private final Socket socket;

    Wire(Server server) throws IOException {
        this(server.port());
    }

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
    }

    /** @return false where the other side has hung up */
    boolean say(String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return true;
        } catch (SocketException hungUp) {
            return false;
        }
    }

    /** All that comes until the other side hangs up. */
    String hear() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketException hungUp) {
            // what came before counts
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    boolean hasAnswer() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    static int status(String heard) {
        Matcher status = STATUS.matcher(heard);
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
