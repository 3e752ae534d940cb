package org.imgeligibility.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Refuses what is not looked at further: bodies that did not come whole, and, where nobody has to log in, requests that
 * name another host. A page elsewhere can have its own name lead to this machine, but not change the name it asks by.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Refusal extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;
    private static final Pattern OWN_NAMES = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");
    private static final Map<Integer, String> WHY = Map.of(
            WholeBody.TOO_LARGE, "An applicant file has at most 1 MiB.",
            WholeBody.TOO_SLOW, "The request took too long to come.",
            WholeBody.UNREADABLE, "The request broke off or cannot be read.",
            MISDIRECTED, "This server answers to localhost and 127.0.0.1 only.");

    private final Serving serving;

    Refusal(Serving serving) {
        this.serving = serving;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next) throws ServletException, IOException {
        boolean foreign = serving.users().isEmpty() && !OWN_NAMES.matcher(String.valueOf(request.getServerName())).matches();
        Object refused = foreign ? Integer.valueOf(MISDIRECTED) : request.getAttribute(WholeBody.REFUSED);
        if (!(refused instanceof Integer status) || status == 0) {
            next.doFilter(request, response);
        } else if (ErrorPages.takesPages(request)) {
            response.sendError(status);
        } else {
            tell(response, status);
        }
    }

    private static void tell(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), response.getOutputStream())) {
            json.writeStartObject();
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", WHY.get(status));
            json.writeEndObject();
        }
    }
}
