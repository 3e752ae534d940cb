package org.imgeligibility.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates the applicants of a caseload, for {@code spark-submit}. */
@Command(name = "caseload", mixinStandardHelpOptions = true,
        description = "Evaluates applicants on a cluster and writes a folder of lines: put together in the order of their names, the parts are what batch writes.")
public final class Caseload implements Callable<Integer> {

    enum Form { JSONL, PARQUET }

    @Parameters(index = "0", paramLabel = "INPUT", description = "A file or folder, on storage that every executor reaches.")
    private String input;
    @Parameters(index = "1", paramLabel = "OUTPUT", description = "The folder to write; it may not exist yet.")
    private String output;
    @Option(names = "--format", paramLabel = "FORM", description = "jsonl: an applicant a line (default); parquet: one a row, as JSON text in a column.")
    private Form form = Form.JSONL;
    @Option(names = "--column", paramLabel = "NAME", description = "The column of the applicant's JSON text. Default: applicant.")
    private String column = "applicant";
    @Option(names = "--documents", description = "Write whole verdict documents in place of outcomes alone.")
    private boolean documents;
    @Option(names = "--as-of", paramLabel = "DATE", description = "The day to evaluate for, as 2026-03-01. Default: today in New York.")
    private LocalDate asOf = Evaluator.today(Clock.systemUTC());
    @Option(names = "--reading", paramLabel = "NAME", description = "The reading of the policy; see evaluate --help.")
    private String reading;
    @Option(names = "--question", paramLabel = "ID", description = "Answer this question only; repeatable, and * at the end stands for any rest.")
    private List<String> questions = List.of();
    @Option(names = "--rules", paramLabel = "DIR", description = "Use the rules in this folder of the driver in place of the built-in ones.")
    private Path rules;

    public static void main(String[] arguments) {
        int code = new CommandLine(new Caseload()).setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler((failure, line, parsed) -> failed(failure)).execute(arguments);
        System.exit(code);
    }

    /** An input error says how to mend it; anything else is passed on by its kind alone. */
    private static int failed(Exception failure) {
        if (failure instanceof InputException wrong) {
            wrong.problems().forEach(System.err::println);
            return 2;
        }
        System.err.println("The caseload was not finished (" + failure.getClass().getSimpleName() + "). Spark's own log says which task failed.");
        return 3;
    }

    @Override
    public Integer call() throws IOException {
        ShippedRules shipped = rules == null ? ShippedRules.builtIn() : ShippedRules.of(RuleFiles.of(rules));
        Policy policy = shipped.evaluator().policy();
        Asked asked = new Asked(asOf, reading == null ? policy.readings().get(0) : reading, new ArrayList<>(questions), !documents);
        shipped.answers(asked);
        try (SparkSession spark = SparkSession.builder().appName("caseload").getOrCreate()) {
            return run(spark, shipped, asked);
        }
    }

    private int run(SparkSession spark, ShippedRules shipped, Asked asked) throws IOException {
        org.apache.hadoop.fs.Path place = new org.apache.hadoop.fs.Path(output);
        if (place.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(place)) {
            throw new InputException(output, "exists already. Delete it, or name another folder.");
        }
        LongAccumulator lines = spark.sparkContext().longAccumulator("applicants");
        LongAccumulator bad = spark.sparkContext().longAccumulator("not readable");
        Applicants applicants = new Applicants(spark);
        JavaRDD<byte[]> texts = form == Form.JSONL ? applicants.lines(input) : applicants.column(input, column);
        Broadcast<ShippedRules> everywhere = new JavaSparkContext(spark.sparkContext()).broadcast(shipped);
        texts.zipWithIndex().mapPartitions(new Answering(everywhere, asked, lines, bad)).saveAsTextFile(output);
        System.err.println(lines.value() + " applicants" + (bad.value() == 0 ? "." : ", " + bad.value() + " of them could not be read."));
        return bad.value() == 0 ? 0 : 1;
    }
}
