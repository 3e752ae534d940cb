package org.imgeligibility.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.rulebase.Policy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Day, reading and questions of an evaluation. */
final class EvaluationOptions {

    /** Days are given as in files. */
    static final class DayConverter implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException wrong) {
                throw new TypeConversionException("'" + value + "' is not a date as 2026-03-01.");
            }
        }
    }

    @Option(names = "--as-of", paramLabel = "DATE", converter = DayConverter.class, description = "The day to evaluate for, as 2026-03-01. Default: today in New York.")
    private LocalDate asOf;

    @Option(names = "--reading", paramLabel = "NAME", description = "stated: the policy as the commissioning documents state it (default); current: with later official notices.")
    private String reading;

    @Option(names = "--question", paramLabel = "ID", description = "Answer this question only; repeatable, and * at the end stands for any rest.")
    private List<String> questions = List.of();

    Request request(Policy policy, boolean compare) {
        LocalDate day = Optional.ofNullable(asOf).orElseGet(() -> Evaluator.today(Clock.systemUTC()));
        return new Request(day, Optional.ofNullable(reading).orElse(policy.readings().get(0)), questions, compare);
    }
}
