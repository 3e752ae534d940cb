package org.imgeligibility.web;

import java.util.List;
import java.util.Map;
import org.imgeligibility.facts.InputException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with a request, as problem documents (RFC 9457); Spring itself answers for method, path and media types. */
@RestControllerAdvice(assignableTypes = ApiController.class)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongInput(InputException wrong) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The applicant cannot be evaluated; each error names its place and a way out.");
        problem.setTitle("The input is wrong");
        List<Map<String, String>> errors = wrong.problems().stream().map(one -> Map.of("path", one.path(), "message", one.message())).toList();
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(ApiController.TooLarge wrong) {
        return answer(ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, wrong.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ourFault(RuntimeException fault) throws RuntimeException {
        if (fault instanceof org.springframework.web.ErrorResponse) {
            throw fault;
        }
        return answer(ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "A fault of this program (" + fault.getClass().getSimpleName() + ")."));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
