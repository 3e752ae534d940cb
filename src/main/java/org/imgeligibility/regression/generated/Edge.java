package org.imgeligibility.regression.generated;

import java.util.Random;

/** How far beside a value another must lie so that a comparison with it just holds, or just fails. */
final class Edge {

    private Edge() {
    }

    static int offset(String operator, boolean hit, Random random) {
        int further = random.nextInt(4) == 0 ? 1 : 0;
        return switch (operator) {
            case "==" -> hit ? 0 : random.nextBoolean() ? 1 : -1;
            case "!=" -> hit ? random.nextBoolean() ? 1 : -1 : 0;
            case "<" -> hit ? -1 - further : further;
            case "<=" -> hit ? -further : 1 + further;
            case ">" -> hit ? 1 + further : -further;
            default -> hit ? further : -1 - further;
        };
    }
}
