package org.imgeligibility.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.TreeWriter;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.watch.Edition;
import org.imgeligibility.watch.RulesInForce;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;

/** The form with its answers. Every request carries the whole form; nothing is remembered. */
@Controller
class FormController {

    private final RulesInForce inForce;
    private final Clock clock;
    private final Gate gate;

    FormController(RulesInForce inForce, Clock clock, Gate gate) {
        this.inForce = inForce;
        this.clock = clock;
        this.gate = gate;
    }

    private static FormReader reader(Edition rules) {
        return new FormReader(rules.policy().vocabulary());
    }

    /** What was filled in, beside the day, the reading and the questions opened. */
    private record Filled(Map<String, List<String>> values, String asOf, String reading, List<String> open) {
    }

    @GetMapping("/")
    String empty(Model model) {
        show(inForce.edition(), new Filled(Map.of(), "", "", List.of()), List.of(), model);
        return "form";
    }

    @GetMapping("/case")
    String shipped(@RequestParam String name, Model model) {
        Edition rules = inForce.edition();
        Fixture fixture = Cases.of(rules).named(name).orElseThrow(() -> new Missing("No shipped applicant is called '" + name + "'."));
        Facts facts = ApplicantReader.read(rules.policy().vocabulary(), fixture.applicant(), List.of()).facts();
        show(rules, new Filled(reader(rules).values(facts), fixture.asOf().toString(), fixture.reading(), List.of()), List.of(), model);
        return "form";
    }

    /** The whole page, or the answers alone where the page asks for them by script. */
    @PostMapping("/")
    String answer(WebRequest request, @RequestHeader(name = "HX-Request", required = false) String byScript, Model model) {
        Edition rules = inForce.edition();
        model.addAttribute("whole", byScript == null);
        show(rules, filled(rules, request), List.of(), model);
        return byScript == null ? "form" : "answers :: pane";
    }

    @PostMapping("/summary")
    String summary(WebRequest request, Model model) {
        Edition rules = inForce.edition();
        show(rules, filled(rules, request), List.of(), model);
        return "summary";
    }

    @PostMapping("/download")
    ResponseEntity<byte[]> download(WebRequest request) {
        Edition rules = inForce.edition();
        byte[] file = TreeWriter.indented(reader(rules).file(filled(rules, request).values())).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"applicant.json\"").body(file);
    }

    @PostMapping("/open")
    String open(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String asOf, @RequestParam(defaultValue = "") String reading, Model model) throws IOException {
        Edition rules = inForce.edition();
        List<Problem> problems = new ArrayList<>();
        Facts facts = Facts.none();
        try {
            ApplicantReader.Reading read = ApplicantReader.read(rules.policy().vocabulary(), ApiController.text(file.getBytes()));
            problems.addAll(read.problems());
            facts = read.facts();
        } catch (InputException unreadable) {
            problems.addAll(unreadable.problems());
        }
        model.addAttribute("whole", true);
        show(rules, new Filled(reader(rules).values(facts), asOf, reading, List.of()), problems, model);
        return "form";
    }

    private static Filled filled(Edition rules, WebRequest request) {
        List<String> open = new ArrayList<>(Arrays.asList(Optional.ofNullable(request.getParameterValues("open")).orElse(new String[0])));
        Optional.ofNullable(request.getParameter("toggle")).ifPresent(question -> {
            if (!open.remove(question)) {
                open.add(question);
            }
        });
        return new Filled(reader(rules).values(request.getParameterMap()), Optional.ofNullable(request.getParameter("asOf")).orElse(""),
                Optional.ofNullable(request.getParameter("reading")).orElse(""), open);
    }

    private void show(Edition rules, Filled filled, List<Problem> inFile, Model model) {
        Evaluator evaluator = rules.evaluator();
        FormReader reader = reader(rules);
        ApplicantReader.Reading reading = ApplicantReader.read(rules.policy().vocabulary(), reader.file(filled.values()), List.of());
        List<String> other = new ArrayList<>(inFile.stream().map(Problem::toString).toList());
        Map<String, String> errors = new LinkedHashMap<>();
        try {
            Request request = Asked.of(filled.asOf(), filled.reading(), List.of(), evaluator, clock);
            model.addAttribute("answers", gate.pass(() -> AnswersView.of(evaluator.policy(), evaluator.evaluate(reading, request), later(evaluator, reading, request), filled.open())));
        } catch (InputException wrong) {
            errors.putAll(reader.byFact(wrong.problems(), reading, other));
        }
        model.addAttribute("form", FormView.of(evaluator.policy().vocabulary(), filled.values(), errors, other));
        model.addAttribute("page", new Page(evaluator, filled.asOf(), filled.reading(), Evaluator.today(clock), Cases.of(rules).whole()));
    }

    /** The answers on the day the facts themselves name as of interest, where it lies ahead. */
    private static Optional<VerdictDocument> later(Evaluator evaluator, ApplicantReader.Reading reading, Request request) {
        return evaluator.policy().vocabulary().slots().values().stream().filter(slot -> slot.field().alsoOn())
                .map(slot -> (LocalDate) reading.facts().values().get(slot.path())).filter(day -> day != null && day.isAfter(request.asOf())).findFirst()
                .map(day -> evaluator.evaluate(reading, new Request(day, request.reading(), List.of(), false)));
    }
}
