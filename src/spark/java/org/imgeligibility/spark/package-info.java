/**
 * Caseloads that are too large for one machine, on Apache Spark: the same answers as {@code batch} gives, in a jar of
 * its own beside the program's.
 *
 * <p>What is said of applicants goes from the input to the output and nowhere else: not into names of jobs, messages
 * or logs.
 *
 * <p>Enter by {@link org.imgeligibility.spark.Caseload}.
 */
package org.imgeligibility.spark;
