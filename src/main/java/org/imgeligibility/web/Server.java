package org.imgeligibility.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.watch.RulesInForce;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Serves the form and the HTTP interface. */
public final class Server implements AutoCloseable {

    private static final String SHOWN = "management.endpoints.web.exposure.include";

    private final Serving serving;
    private final ConfigurableApplicationContext context;

    private Server(Serving serving, ConfigurableApplicationContext context) {
        this.serving = serving;
        this.context = context;
    }

    /** On this machine alone. */
    public static Server start(Evaluator evaluator, int port) {
        return start(evaluator, Serving.locally(port), Limits.ofThisMachine());
    }

    /**
     * Starts serving; returns once requests are taken.
     *
     * @throws InputException when the address is not to be had, or the file of users cannot be used
     */
    public static Server start(Evaluator evaluator, Serving serving, Limits limits) {
        return start(new RulesInForce(evaluator), serving, limits);
    }

    /** The same with rules that may be replaced. */
    public static Server start(RulesInForce inForce, Serving serving, Limits limits) {
        serving.users().ifPresent(Users::read);
        AheadOfTime.use();
        try {
            return new Server(serving, made(inForce, serving, limits).run());
        } catch (PortInUseException busy) {
            throw new InputException("--port " + serving.port(), "is in use. Name another, or 0 for any that is free.");
        } catch (RuntimeException refused) {
            if (Stream.iterate((Throwable) refused, Objects::nonNull, Throwable::getCause).noneMatch(cause -> cause instanceof IOException || cause instanceof LifecycleException)) {
                throw refused;
            }
            throw new InputException("--host " + serving.host(), "cannot be served on port " + serving.port() + ". Name an address of this machine and a port that is free.");
        }
    }

    /** What is run: the server's parts, with what it is started for. */
    static SpringApplicationBuilder made(RulesInForce inForce, Serving serving, Limits limits) {
        Map<String, Object> settings = Map.of("server.address", serving.host(), "server.port", serving.port(), SHOWN, serving.users().isPresent() ? "health,prometheus" : "health",
                "server.tomcat.connection-timeout", limits.silence(), "spring.lifecycle.timeout-per-shutdown-phase", limits.waiting().plus(limits.silence()));
        return new SpringApplicationBuilder(WebApplication.class).main(AheadOfTime.class).web(WebApplicationType.SERVLET).bannerMode(Banner.Mode.OFF).logStartupInfo(false)
                .properties(settings).initializers(context -> {
                    context.getBeanFactory().registerSingleton("inForce", inForce);
                    context.getBeanFactory().registerSingleton("serving", serving);
                    context.getBeanFactory().registerSingleton("limits", limits);
                });
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public String address() {
        return (isEncrypted() ? "https" : "http") + "://" + (serving.host().contains(":") ? "[" + serving.host() + "]" : serving.host()) + ":" + port() + "/";
    }

    Gate gate() {
        return context.getBean(Gate.class);
    }

    /** Whether what is sent goes over a network as it is. */
    public boolean isOpenlyReadable() {
        return !serving.isLocal() && !isEncrypted();
    }

    private boolean isEncrypted() {
        return ((TomcatWebServer) ((WebServerApplicationContext) context).getWebServer()).getTomcat().getConnector().getSecure();
    }

    /** Lets requests that are being answered finish; takes no new ones. */
    @Override
    public void close() {
        context.close();
    }
}
