/**
 * Many applicants, one a line: lines are read, answered by all processors and written in their order, with a bounded
 * number of them in memory; what is written can be gone on with after an interruption.
 *
 * <p>Every line of the input gives exactly one line of the output, so that the number of whole lines in an unfinished
 * output says where in the input to go on.
 *
 * <p>Enter by {@link org.imgeligibility.batch.Batch}.
 */
package org.imgeligibility.batch;
