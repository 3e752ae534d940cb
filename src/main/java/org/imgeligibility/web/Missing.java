package org.imgeligibility.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is asked for is not there. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class Missing extends RuntimeException {

    Missing(String message) {
        super(message, null, false, false);
    }
}
