package org.imgeligibility.bench;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Exam;
import org.imgeligibility.bench.PeerWork.Finding;
import org.imgeligibility.bench.PeerWork.Place;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN in the quickest shape found: tables that collect, interpreted; compiled ones and alpha networks were no quicker. */
final class Dmn implements Contender {

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final String[] rules;
    private final Map<String, List<Place>> places = new HashMap<>();

    /** @param together whether places that ask for the same months are put together by hand */
    Dmn(PeerWork work, boolean together) {
        Resource text = ResourceFactory.newReaderResource(new StringReader(DmnText.of(work, together)), "UTF-8");
        text.setSourcePath("peer-work.dmn");
        this.runtime = DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(text)).getOrElseThrow(IllegalStateException::new);
        this.model = runtime.getModel(DmnText.NAMESPACE, DmnText.NAME);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
        this.rules = new String[2 * work.needs().size() + 2];
        work.needs().forEach(need -> {
            rules[2 * need.number()] = need.met();
            rules[2 * need.number() + 1] = need.notMet();
        });
        work.places().forEach(place -> places.computeIfAbsent(together ? "" + place.months() : place.code(), any -> new ArrayList<>()).add(place));
    }

    @Override
    public List<Finding> findings(Applicant applicant) {
        DMNContext context = runtime.newContext();
        PeerWork.EXAMS.forEach(exam -> context.set(exam, null));
        applicant.exams().forEach(exam -> context.set(exam.name(), exam.score()));
        context.set("years", applicant.school().years());
        context.set("months", applicant.training().months());
        DMNContext result = runtime.evaluateAll(model, context).getContext();
        List<Finding> found = new ArrayList<>();
        for (Exam exam : applicant.exams()) {
            ((List<?>) result.get(DmnText.decision(exam.name()))).forEach(number -> found.add(new Finding(rules[((Number) number).intValue()], List.of(exam, applicant.school()))));
        }
        for (Object place : (List<?>) result.get(DmnText.PLACES)) {
            String rule = ((String) place).charAt(0) == '+' ? PeerWork.REACHED : PeerWork.MISSING;
            places.get(((String) place).substring(1)).forEach(one -> found.add(new Finding(rule, List.of(applicant.training(), one))));
        }
        return found;
    }

    @Override
    public Object evaluate(Applicant applicant) {
        return findings(applicant);
    }
}
