/**
 * Checks of rule files for their editors: what makes them unusable, and what is hardly meant.
 *
 * <p>Enter by {@link org.imgeligibility.lint.Lint}.
 */
package org.imgeligibility.lint;
