package org.imgeligibility.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.catalogue.Applied;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.Citations;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.watch.Edition;
import org.imgeligibility.watch.RulesInForce;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue as pages: every question, rule and source at an address that stays. */
@Controller
class CatalogueController {

    private final RulesInForce inForce;
    private final Clock clock;
    private final CatalogueViews views;

    CatalogueController(RulesInForce inForce, Clock clock, CatalogueViews views) {
        this.inForce = inForce;
        this.clock = clock;
        this.views = views;
    }

    /** What the pages need of the rules in force, made once for each edition of them. */
    private record Shown(Evaluator evaluator, Map<String, Rule> rules, Citations citations) {

        static Shown of(Evaluator evaluator) {
            return new Shown(evaluator, evaluator.policy().rules().stream().collect(Collectors.toMap(rule -> Page.slug(rule.name()), Function.identity(), (one, other) -> one)), new Citations(evaluator.policy()));
        }

        Policy policy() {
            return evaluator.policy();
        }
    }

    /** To be taken once for each request. */
    private Shown shown() {
        return inForce.edition().view(Shown.class, Shown::of);
    }

    private Page page(Shown shown) {
        return new Page(shown.evaluator(), "", "", Evaluator.today(clock), List.of());
    }

    /** @param words all of which must stand in what is found, in any case */
    @GetMapping("/catalogue")
    String list(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        Shown shown = shown();
        Policy policy = shown.policy();
        model.addAttribute("q", words.strip());
        model.addAttribute("questions", policy.questions().values().stream().filter(one -> has(words, one.id(), one.title(), one.about())).toList());
        model.addAttribute("rules", policy.rules().stream().filter(one -> has(words, one.name(), String.join(" ", one.all("says")), String.join(" ", one.all("requirement")))).toList());
        model.addAttribute("sources", policy.sources().values().stream().filter(one -> has(words, one.id(), one.title(), one.publisher()))
                .sorted(Comparator.comparing(Source::title)).toList());
        model.addAttribute("tables", policy.tables().values().stream().filter(one -> has(words, one.type().name(), one.file())).toList());
        model.addAttribute("page", page(shown));
        return "catalogue";
    }

    private static boolean has(String words, String... texts) {
        String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
    }

    @GetMapping("/catalogue/rules/{slug}")
    String rule(@PathVariable String slug, Model model, HttpServletResponse response) {
        Edition edition = inForce.edition();
        Shown shown = edition.view(Shown.class, Shown::of);
        Rule rule = shown.rules().get(slug);
        if (rule == null) {
            throw new Missing("No rule has this address.");
        }
        model.addAttribute("rule", rule);
        model.addAttribute("sources", shown.citations().own(rule));
        model.addAttribute("rowSources", shown.citations().byRows(rule));
        model.addAttribute("applied", Applied.of(shown.policy(), rule));
        model.addAttribute("view", views.of(edition, null, null, response));
        model.addAttribute("page", page(shown));
        return "rule";
    }
}
