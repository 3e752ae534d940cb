/**
 * Rules that change while they are in use: a saved edit is checked, compiled and put to the fixtures, and takes the
 * place of the rules in force in one step or not at all.
 *
 * <p>Enter by {@link org.imgeligibility.watch.RulesInForce}.
 */
package org.imgeligibility.watch;
