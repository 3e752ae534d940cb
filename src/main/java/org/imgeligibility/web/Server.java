package org.imgeligibility.web;

import java.util.Map;
import org.imgeligibility.evaluation.Evaluator;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Serves the form and the HTTP interface on this machine alone. */
public final class Server implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts serving; returns once requests are taken.
     *
     * @param port 0 for any that is free
     */
    public static Server start(Evaluator evaluator, int port) {
        return new Server(new SpringApplicationBuilder(WebApplication.class).web(WebApplicationType.SERVLET).bannerMode(Banner.Mode.OFF).logStartupInfo(false)
                .properties(Map.of("server.port", port))
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Evaluator.class, () -> evaluator)).run());
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/";
    }

    @Override
    public void close() {
        context.close();
    }
}
