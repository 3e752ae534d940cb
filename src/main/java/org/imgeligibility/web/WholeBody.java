package org.imgeligibility.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Takes in the whole body of a request, whatever its form, before anything is done with it. One that is too long or too
 * slow is not taken further; what refuses it then stands in the request's attribute {@link #REFUSED}.
 */
final class WholeBody extends ValveBase {

    static final String REFUSED = WholeBody.class.getName() + ".refused";
    static final int UNREADABLE = 400;
    static final int TOO_LARGE = 413;
    static final int TOO_SLOW = 408;

    /** What the parts of an upload are wrapped in. */
    private static final int WRAPPING = 1 << 14;

    /** Room made at first; the length that a request names is no reason to make more. */
    private static final int FIRST = 1 << 13;

    private final int most;
    private final Duration patience;

    /** @param patience for the whole body, however slowly it drips */
    WholeBody(int most, Duration patience) {
        super(true);
        this.most = most;
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request wire = request.getCoyoteRequest();
        if (wire.getContentLengthLong() == 0 || wire.getContentLengthLong() < 0 && wire.getHeader("Transfer-Encoding") == null) {
            getNext().invoke(request, response);
            return;
        }
        int limit = most + (String.valueOf(request.getContentType()).startsWith("multipart/") ? WRAPPING : 0);
        InputBuffer from = wire.getInputBuffer();
        Held body = wire.getContentLengthLong() > limit ? Held.refused(TOO_LARGE) : take(request, response, limit);
        if (body.refused() != 0) {
            request.setAttribute(REFUSED, body.refused());
        }
        wire.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
        } finally {
            wire.setInputBuffer(from);
        }
    }

    private Held take(Request request, Response response, int limit) {
        long end = System.nanoTime() + patience.toNanos();
        ByteBuffer whole = ByteBuffer.allocate(FIRST);
        try {
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
            Chunk chunk = new Chunk();
            while (request.getCoyoteRequest().doRead(chunk) >= 0) {
                if (whole.position() + chunk.getByteBuffer().remaining() > limit) {
                    return Held.refused(TOO_LARGE);
                } else if (System.nanoTime() > end) {
                    return Held.refused(TOO_SLOW);
                }
                whole = withRoom(whole, chunk.getByteBuffer().remaining()).put(chunk.getByteBuffer());
            }
            return new Held(whole.flip(), 0);
        } catch (SocketTimeoutException silent) {
            return Held.refused(TOO_SLOW);
        } catch (IOException brokenOff) {
            return Held.refused(UNREADABLE);
        }
    }

    private static ByteBuffer withRoom(ByteBuffer whole, int more) {
        return whole.remaining() >= more ? whole : ByteBuffer.allocate(Math.max(2 * whole.capacity(), whole.position() + more)).put(whole.flip());
    }

    /** What the connection hands over each time. */
    private static final class Chunk implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer given) {
            buffer = given;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // what is handed over comes in a buffer of its own
        }
    }

    /** A body that came, to be read as if it came from the connection. */
    private record Held(ByteBuffer content, int refused) implements InputBuffer {

        static Held refused(int status) {
            return new Held(ByteBuffer.allocate(0), status);
        }

        @Override
        public int doRead(ApplicationBufferHandler to) {
            if (!content.hasRemaining()) {
                return -1;
            }
            ByteBuffer rest = content.slice();
            content.position(content.limit());
            to.setByteBuffer(rest);
            return rest.remaining();
        }

        @Override
        public int available() {
            return content.remaining();
        }
    }
}
