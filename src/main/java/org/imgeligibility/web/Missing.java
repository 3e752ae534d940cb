package org.imgeligibility.web;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponseException;

/** What is asked for is not there. */
final class Missing extends ErrorResponseException {

    Missing(String message) {
        super(HttpStatusCode.valueOf(404));
        setDetail(message);
    }
}
