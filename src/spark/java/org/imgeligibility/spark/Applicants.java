package org.imgeligibility.spark;

import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.imgeligibility.facts.InputException;

/** Reads the JSON texts of applicants as bytes, as they stand: nothing is guessed of their types. */
final class Applicants {

    /** Some 15,000 applicants: seconds of work, so that no executor is left waiting for the last. */
    private static final long PIECE = 16L << 20;

    private final SparkSession spark;
    private final JavaSparkContext context;

    Applicants(SparkSession spark) {
        this.spark = spark;
        this.context = new JavaSparkContext(spark.sparkContext());
    }

    /** One a line, as {@code batch} reads them; of one file in its order. */
    JavaRDD<byte[]> lines(String place) throws IOException {
        check(place);
        Configuration lines = new Configuration(context.hadoopConfiguration());
        lines.set("textinputformat.record.delimiter", "\n");
        lines.setIfUnset(FileInputFormat.SPLIT_MAXSIZE, String.valueOf(PIECE));
        return context.newAPIHadoopFile(place, TextInputFormat.class, LongWritable.class, Text.class, lines).map(line -> Arrays.copyOf(line._2().getBytes(), line._2().getLength()));
    }

    /** One a row of Parquet files, all of it in one column of text. */
    JavaRDD<byte[]> column(String place, String column) throws IOException {
        check(place);
        Dataset<Row> rows = spark.read().parquet(place);
        if (!Arrays.asList(rows.columns()).contains(column)) {
            throw new InputException(place, "has no column '" + column + "'. There are " + String.join(", ", rows.columns()) + "; say which by --column.");
        }
        return rows.select(rows.col(column).cast("binary")).javaRDD().map(row -> row.isNullAt(0) ? new byte[0] : (byte[]) row.get(0));
    }

    private void check(String place) throws IOException {
        Path path = new Path(place);
        if (!path.getFileSystem(context.hadoopConfiguration()).exists(path)) {
            throw new InputException(place, "no such file or folder.");
        }
    }
}
