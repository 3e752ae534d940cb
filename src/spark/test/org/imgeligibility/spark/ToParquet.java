package org.imgeligibility.spark;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Puts the lines of a file into the column {@code applicant} of a Parquet file. Arguments: file, folder to write. */
public final class ToParquet {

    private ToParquet() {
    }

    public static void main(String[] arguments) throws IOException {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            spark.read().option("lineSep", "\n").text(arguments[0]).withColumnRenamed("value", "applicant").coalesce(1).write().parquet(arguments[1]);
        }
    }
}
