/**
 * Applicants made up from the vocabulary and from the constants of rules and tables, aiming at the edges where a
 * verdict turns; and the smallest of them that still shows something.
 *
 * <p>A seed gives the same applicants each time. All are sound: no rule refuses them.
 *
 * <p>Enter by {@link org.imgeligibility.regression.generated.Generator}.
 */
package org.imgeligibility.regression.generated;
