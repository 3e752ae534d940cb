/**
 * Fixture applicants with expected verdicts: read, run, compared.
 *
 * <p>Enter by {@link org.imgeligibility.regression.Regression}.
 */
package org.imgeligibility.regression;
