/**
 * Tests the fixtures themselves: the rule base is edited, one small harm at a time, and each edit must make some
 * fixture differ. Nothing is compiled; rules are matched by interpretation and only where an edit can reach.
 *
 * <p>Enter by {@link org.imgeligibility.regression.mutation.Mutation}.
 */
package org.imgeligibility.regression.mutation;
