package org.imgeligibility.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people log in, and by which name they are known to every page. */
@Controller
class LoginController {

    private final Serving serving;

    LoginController(Serving serving) {
        this.serving = serving;
    }

    @GetMapping("/login")
    String login(@RequestParam(required = false) String error, @RequestParam(required = false) String out, Model model) {
        if (serving.users().isEmpty()) {
            throw new Missing("Nobody has to log in.");
        }
        model.addAttribute("wrong", error != null);
        model.addAttribute("out", out != null);
        return "login";
    }

    /** Tells every page who is logged in. */
    @ControllerAdvice
    static class Known {

        @ModelAttribute
        void user(Principal user, Model model) {
            if (user != null) {
                model.addAttribute("user", user.getName());
            }
        }
    }
}
