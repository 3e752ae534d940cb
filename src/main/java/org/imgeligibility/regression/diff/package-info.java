/**
 * What an edit of the rules changes: the parts that were edited, the applicants who get another verdict, the smallest
 * of them, and the days on which it shows.
 *
 * <p>Enter by {@link org.imgeligibility.regression.diff.RuleDiff}.
 */
package org.imgeligibility.regression.diff;
