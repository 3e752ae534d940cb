package org.imgeligibility.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Decisions that any engine can take: needs that are met or not by one exam and the school, and the months of training
 * that each place asks for. Nothing is found where the exam of a need is unknown.
 */
public record PeerWork(List<Need> needs, List<Place> places, List<Applicant> applicants) {

    /** Decided by one exam and the school: met when both are at least what stands here. */
    public record Need(int number, String exam, int score, int years) {

        public String met() {
            return "Need " + number + " is met";
        }

        public String notMet() {
            return "Need " + number + " is not met";
        }
    }

    public record Place(String code, int months) {
    }

    public record Exam(String name, int score) {
    }

    public record School(int years) {
    }

    public record Training(int months) {
    }

    /** Of one exam of {@link #EXAMS} nothing is known. */
    public record Applicant(List<Exam> exams, School school, Training training) {
    }

    /**
     * What every engine must come to.
     *
     * @param facts the exam and the school, or the training and the place
     */
    public record Finding(String rule, List<Object> facts) {
    }

    public static final List<String> EXAMS = List.of("ANATOMY", "BIOLOGY", "CHEMISTRY", "DISSECTION", "ETHICS");
    public static final String REACHED = "The months are reached";
    public static final String MISSING = "Months are missing";
    public static final int NEEDS = 60;
    public static final int PLACES = 54;
    /** 48 needs whose exam is known, and every place. */
    public static final int FINDINGS = 102;
    private static final int APPLICANTS = 64;
    private static final List<Integer> MONTHS = List.of(36, 24, 36, 12, 24, 36);

    /** The work itself. */
    public static PeerWork standard() {
        return of(NEEDS, PLACES);
    }

    public static PeerWork of(int needs, int places) {
        return new PeerWork(IntStream.range(0, needs).mapToObj(at -> new Need(at + 1, EXAMS.get(at % EXAMS.size()), 175 + at / EXAMS.size() * 80 / (needs / EXAMS.size()), 3 + at % 7)).toList(),
                IntStream.range(0, places).mapToObj(at -> new Place("P" + (at + 1), MONTHS.get(at % MONTHS.size()))).toList(), drawn());
    }

    private static List<Applicant> drawn() {
        Random random = new Random(2026);
        List<Applicant> drawn = new ArrayList<>();
        for (int number = 0; number < APPLICANTS; number++) {
            String unknown = EXAMS.get(number % EXAMS.size());
            List<Exam> exams = EXAMS.stream().filter(name -> !name.equals(unknown)).map(name -> new Exam(name, 160 + random.nextInt(110))).toList();
            drawn.add(new Applicant(exams, new School(2 + random.nextInt(9)), new Training(random.nextInt(49))));
        }
        return drawn;
    }
}
