package org.imgeligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is a day wherever the program runs. */
class DatesTest {

    private static final TimeZone HOME = TimeZone.getDefault();

    @AfterEach
    void backHome() {
        TimeZone.setDefault(HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Honolulu", "America/New_York"})
    void everyEdgeDayComesOutTheSameInEveryTimeZone(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Regression regression = Regression.of(Path.of("fixtures"), new Evaluator(RuleBase.of(RuleFiles.of(Path.of("rules")))));
        List<Fixture> dated = regression.fixtures().stream().filter(fixture -> fixture.file().contains("dates-and-readings")).toList();
        assertThat(dated).hasSizeGreaterThan(70);
        assertThat(dated.stream().flatMap(fixture -> regression.differences(fixture).stream())).isEmpty();
    }

    @Test
    void theFixturesOfDatesHoldTheDaysAskedForUnderBothReadings() {
        List<Fixture> dated = Regression.of(Path.of("fixtures"), new Evaluator(RuleBase.builtIn())).fixtures().stream()
                .filter(fixture -> fixture.file().endsWith("dates-and-readings.yaml")).toList();
        Stream.of("2019-06-01", "2020-12-01", "2021-03-01", "2022-06-01", "2023-12-31", "2024-01-01").map(LocalDate::parse).forEach(day ->
                assertThat(dated.stream().filter(fixture -> fixture.asOf().equals(day)).map(Fixture::reading)).as(day.toString()).contains("stated", "current"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T04:59:59Z, 2026-02-28", "2026-03-01T05:00:00Z, 2026-03-01", "2026-07-01T03:59:59Z, 2026-06-30", "2026-07-01T04:00:00Z, 2026-07-01"})
    void todayBeginsAtMidnightInNewYork(Instant instant, LocalDate day) {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(Evaluator.today(Clock.fixed(instant, ZoneOffset.UTC))).isEqualTo(day);
    }
}
