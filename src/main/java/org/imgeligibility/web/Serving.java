package org.imgeligibility.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.imgeligibility.facts.InputException;

/**
 * Where to serve, and to whom.
 *
 * @param port  0 for any that is free
 * @param users the file of those who may log in; without it nobody has to, and only this machine is served
 */
public record Serving(String host, int port, Optional<Path> users) {

    static final String LOCAL = "127.0.0.1";

    /** @throws InputException when others than this machine would be served without a login */
    public Serving {
        if (users.isEmpty() && !isLoopback(host)) {
            throw new InputException("--host " + host, "would serve other machines, which needs a login. Add --users FILE, made by 'htpasswd -B -c FILE NAME', or leave --host out.");
        }
    }

    /** This machine alone, without a login. */
    public static Serving locally(int port) {
        return new Serving(LOCAL, port, Optional.empty());
    }

    boolean isLocal() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            throw new InputException("--host " + host, "is no address of this machine. Name one, as 192.168.0.10, or 0.0.0.0 for all of them.");
        }
    }
}
