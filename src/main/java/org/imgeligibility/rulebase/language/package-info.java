/**
 * The language of the rule files: a strict part of Drools DRL, parsed and type-checked here.
 *
 * <p>Only what this parser knows can stand in a rule file, and only what it understood is handed to the engine,
 * rule by rule unrolled over the rows of its tables, so a rule file cannot run code. The parsed form also says which facts a
 * rule tests, and whether a rule could still match once more is known.
 *
 * <p>Enter by {@link org.imgeligibility.rulebase.language.RuleFileParser}.
 */
package org.imgeligibility.rulebase.language;
