/**
 * One applicant put to the rules: the day taken in one time zone, contradictions refused, the document made.
 *
 * <p>Enter by {@link org.imgeligibility.evaluation.Evaluator}.
 */
package org.imgeligibility.evaluation;
