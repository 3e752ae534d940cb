package org.imgeligibility.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** A request that leads nowhere gets a page where pages are taken, and a problem document elsewhere. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    @ExceptionHandler({ServletException.class, ErrorResponseException.class, MultipartException.class})
    Object refused(Exception wrong, HttpServletRequest request) {
        return refused(wrong instanceof ErrorResponse known ? known : ErrorResponse.create(wrong, HttpStatus.BAD_REQUEST, "The request cannot be read."), request);
    }

    private static Object refused(ErrorResponse refused, HttpServletRequest request) {
        if (takesPages(request)) {
            return new ModelAndView("error", Map.of("status", refused.getStatusCode().value()), refused.getStatusCode());
        }
        ProblemDetail problem = refused.getBody();
        problem.setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.status(refused.getStatusCode()).headers(refused.getHeaders()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    @ExceptionHandler
    Object busy(Gate.Busy busy, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Gate.Busy.RETRY_SECONDS);
        return refused(ErrorResponse.create(busy, HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage()), request);
    }

    static boolean takesPages(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) && !request.getRequestURI().startsWith("/api/");
    }
}
