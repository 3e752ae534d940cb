package org.imgeligibility.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import org.imgeligibility.evaluation.Request;

/** What is asked of every applicant, as it travels to the executors. */
record Asked(LocalDate asOf, String reading, ArrayList<String> questions, boolean outcomes) implements Serializable {

    Request request() {
        return new Request(asOf, reading, questions, false);
    }
}
