package org.imgeligibility.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.imgeligibility.watch.RulesInForce;
import org.imgeligibility.watch.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells pages how the rules in force stand to their folder, where that is watched. */
@Hidden
@Controller
class EditController {

    private static final String REPLACED = "rules-replaced";

    private final RulesInForce inForce;

    EditController(RulesInForce inForce) {
        this.inForce = inForce;
    }

    /** What a page asks for now and then: nothing where nothing changed since, and a word for its script where the rules did. */
    @GetMapping("/edited")
    String edited(@RequestParam(defaultValue = "0") long number, @RequestParam(defaultValue = "") String digest, Model model, HttpServletResponse response) {
        Standing standing = inForce.standing().orElseThrow(() -> new Missing("No folder is watched."));
        if (standing.number() == number) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        if (!inForce.edition().policy().digest().equals(digest)) {
            response.setHeader("HX-Trigger", REPLACED);
        }
        model.addAttribute("edited", EditView.of(inForce));
        return "layout :: edited";
    }

    /** Tells every page of the form and the catalogue. */
    @ControllerAdvice(assignableTypes = {FormController.class, CatalogueController.class})
    static class Told {

        private final RulesInForce inForce;

        Told(RulesInForce inForce) {
            this.inForce = inForce;
        }

        @ModelAttribute
        void edited(Model model) {
            if (inForce.standing().isPresent()) {
                model.addAttribute("edited", EditView.of(inForce));
            }
        }
    }
}
