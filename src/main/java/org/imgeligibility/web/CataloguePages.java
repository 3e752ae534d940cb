package org.imgeligibility.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imgeligibility.catalogue.Outline;
import org.imgeligibility.catalogue.Outlines;
import org.imgeligibility.catalogue.PolicyCalendar;
import org.imgeligibility.catalogue.TableRows;
import org.imgeligibility.rulebase.Table;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the catalogue that show the policy on a day under a reading. */
@Controller
class CataloguePages {

    private final CatalogueViews views;
    private final Gate gate;

    CataloguePages(CatalogueViews views, Gate gate) {
        this.views = views;
        this.gate = gate;
    }

    @GetMapping("/catalogue/questions/{*id}")
    String question(@PathVariable String id, @RequestParam(required = false) String asOf, @RequestParam(required = false) String reading, Model model, HttpServletResponse response) {
        CatalogueView view = views.of(asOf, reading, response);
        if (!view.policy().questions().containsKey(id.substring(1))) {
            throw new Missing("No question has this address.");
        }
        model.addAttribute("question", view.policy().questions().get(id.substring(1)));
        return tree(id.substring(1), view, model);
    }

    @GetMapping("/catalogue/requirements/{*id}")
    String requirement(@PathVariable String id, @RequestParam(required = false) String asOf, @RequestParam(required = false) String reading, Model model, HttpServletResponse response) {
        CatalogueView view = views.of(asOf, reading, response);
        if (!view.isDefined(id.substring(1))) {
            throw new Missing("No requirement has this address.");
        }
        return tree(id.substring(1), view, model);
    }

    private String tree(String id, CatalogueView view, Model model) {
        show(view, model);
        Outline outline = gate.pass(() -> new Outlines(view.policy(), view.day(), view.reading()).own(id));
        Set<String> told = outline.rules().map(applied -> applied.rule().name()).collect(Collectors.toSet());
        model.addAttribute("outline", outline);
        model.addAttribute("rules", view.policy().rules().stream().filter(rule -> rule.all("requirement").stream()
                .anyMatch(written -> view.page().concerns(written, id) && (!isValueAlone(written) || told.contains(rule.name())))).toList());
        return "question";
    }

    /** An id that is a value in braces and nothing else may be any requirement's. */
    private static boolean isValueAlone(String written) {
        return written.matches("\\{[^}]*}");
    }

    @GetMapping("/catalogue/calendar")
    String calendar(@RequestParam(required = false) String asOf, Model model, HttpServletResponse response) {
        CatalogueView view = views.of(asOf, null, response);
        show(view, model);
        PolicyCalendar calendar = PolicyCalendar.of(view.policy());
        model.addAttribute("coming", calendar.days().tailMap(view.day().plusDays(1)));
        model.addAttribute("past", calendar.days().headMap(view.day().plusDays(1)));
        return "calendar";
    }

    @GetMapping("/catalogue/tables/{type}")
    String table(@PathVariable String type, Model model, HttpServletResponse response) {
        CatalogueView view = views.of(null, null, response);
        Table table = Optional.ofNullable(view.policy().tables().get(type)).orElseThrow(() -> new Missing("No table has this address."));
        show(view, model);
        model.addAttribute("table", TableRows.of(view.policy(), table));
        return "table";
    }

    @GetMapping("/catalogue/sources/{id}")
    String source(@PathVariable String id, @RequestParam(required = false) String asOf, @RequestParam(required = false) String reading, Model model, HttpServletResponse response) {
        CatalogueView view = views.of(asOf, reading, response);
        show(view, model);
        model.addAttribute("use", Optional.ofNullable(view.uses().get(id)).orElseThrow(() -> new Missing("No source has this address.")));
        return "source";
    }

    private static void show(CatalogueView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("page", view.page());
    }
}
