package org.imgeligibility.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.catalogue.Exercises;
import org.imgeligibility.catalogue.SourceUse;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.watch.Edition;
import org.imgeligibility.watch.RulesInForce;
import org.springframework.stereotype.Component;

/** Makes what the pages of the catalogue have in common, from the rules in force. */
@Component
class CatalogueViews {

    private final RulesInForce inForce;
    private final Clock clock;

    CatalogueViews(RulesInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
    }

    /** What takes long to find out of a policy, once for each edition of it. */
    private record Known(Evaluator evaluator, Map<String, SourceUse> uses, Optional<Exercises> exercises) {

        static Known of(Evaluator evaluator) {
            return new Known(evaluator, SourceUse.of(evaluator.policy()), Exercises.packed(evaluator.policy()));
        }
    }

    /** For a request; a day or reading that cannot be is said on the page and marks the answer as refused. */
    CatalogueView of(String asOf, String reading, HttpServletResponse response) {
        return of(inForce.edition(), asOf, reading, response);
    }

    CatalogueView of(Edition edition, String asOf, String reading, HttpServletResponse response) {
        Known known = edition.view(Known.class, Known::of);
        try {
            Request asked = Asked.of(asOf, reading, List.of(), known.evaluator(), clock);
            check(known.evaluator().policy(), asked.reading());
            return view(known, asked.asOf(), asked.reading(), "");
        } catch (InputException wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return view(known, Evaluator.today(clock), known.evaluator().policy().readings().get(0), wrong.problems().get(0).message());
        }
    }

    private static void check(Policy policy, String reading) {
        if (!policy.readings().contains(reading)) {
            throw new InputException("reading", "No reading is called '" + reading + "'. There are " + String.join(" and ", policy.readings()) + "." + Suggestion.maybe(reading, policy.readings()));
        }
    }

    private CatalogueView view(Known known, LocalDate day, String reading, String wrong) {
        Page page = new Page(known.evaluator(), day.toString(), reading, Evaluator.today(clock), List.of());
        return new CatalogueView(page, known.evaluator().policy(), day, reading, wrong, known.uses(), known.exercises());
    }
}
