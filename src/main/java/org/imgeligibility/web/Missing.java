package org.imgeligibility.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What is asked for is not there. */
final class Missing extends ErrorResponseException {

    Missing(String message) {
        super(HttpStatus.NOT_FOUND);
        setDetail(message);
    }
}
