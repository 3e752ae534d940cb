package org.imgeligibility.web;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.TreeWriter;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.watch.Edition;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The applicants that come with the program, to open in the form and to fetch. */
final class Cases {

    private final Evaluator evaluator;
    private List<Fixture> fixtures;

    private Cases(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** As these rules read them. */
    static Cases of(Edition edition) {
        return edition.view(Cases.class, Cases::new);
    }

    synchronized List<Fixture> all() {
        if (fixtures == null) {
            fixtures = Regression.builtIn(evaluator).fixtures();
        }
        return fixtures;
    }

    /** Those that stand for a whole life, one for each file. */
    List<Fixture> whole() {
        return all().stream().filter(fixture -> fixture.questions().size() == evaluator.policy().questions().values().stream()
                .filter(question -> question.isAskedUnder(fixture.reading())).count()).toList();
    }

    Optional<Fixture> named(String name) {
        return all().stream().filter(fixture -> fixture.name().equals(name)).findFirst();
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (Fixture fixture : all()) {
                json.writeStartObject();
                json.writeStringProperty("name", fixture.name());
                json.writeStringProperty("says", fixture.says());
                json.writeStringProperty("asOf", fixture.asOf().toString());
                json.writeStringProperty("reading", fixture.reading());
                json.writeName("applicant");
                json.writeRawValue(TreeWriter.json(fixture.applicant()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }
}
