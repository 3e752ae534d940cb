package org.imgeligibility.spark;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.imgeligibility.batch.Answers;
import org.imgeligibility.batch.Answers.Answer;
import org.imgeligibility.batch.Line;
import scala.Tuple2;

/** Answers the lines of one partition, each as it is asked for. */
final class Answering implements FlatMapFunction<Iterator<Tuple2<byte[], Long>>, String> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<ShippedRules> rules;
    private final Asked asked;
    private final LongAccumulator lines;
    private final LongAccumulator bad;

    Answering(Broadcast<ShippedRules> rules, Asked asked, LongAccumulator lines, LongAccumulator bad) {
        this.rules = rules;
        this.asked = asked;
        this.lines = lines;
        this.bad = bad;
    }

    @Override
    public Iterator<String> call(Iterator<Tuple2<byte[], Long>> partition) {
        Answers answers = rules.value().answers(asked);
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return partition.hasNext();
            }

            @Override
            public String next() {
                Tuple2<byte[], Long> next = partition.next();
                Answer answer = answer(answers, new Line(next._2() + 1, next._1()));
                lines.add(1);
                bad.add(answer.outcomes().isEmpty() ? 1 : 0);
                return new String(answer.text(), 0, answer.text().length - 1, StandardCharsets.UTF_8);
            }
        };
    }

    /** A fault is passed on by its kind alone: Spark logs it, and its message could tell something of the applicant. */
    private static Answer answer(Answers answers, Line line) {
        try {
            return answers.to(line);
        } catch (RuntimeException fault) {
            throw new IllegalStateException("A fault of the program (" + fault.getClass().getSimpleName() + ") on line " + line.number() + ".");
        }
    }
}
