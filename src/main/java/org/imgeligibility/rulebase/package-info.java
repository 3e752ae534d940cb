/**
 * The policy as the rule folder states it: loaded, checked, unrolled over its tables, and asked which
 * rules match the facts of an applicant on a day.
 *
 * <p>The only package that knows the rule engine. It neither combines nor judges: a match is handed on as a
 * {@link org.imgeligibility.rulebase.Match}, and what it means is decided in {@code verdict}.
 *
 * <p>Enter by {@link org.imgeligibility.rulebase.RuleBase}.
 */
package org.imgeligibility.rulebase;
