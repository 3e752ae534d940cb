/**
 * Checks of rule files for their editors.
 *
 * <p>Enter by {@link org.imgeligibility.lint.Lint}.
 */
package org.imgeligibility.lint;
