/**
 * What is said of one applicant: the vocabulary (sections, fields, choices) and the facts bound to it.
 *
 * <p>The vocabulary itself is declared in the rule files and handed in from there; nothing here names a fact.
 * A fact that was not given is unknown, never false. Input is read strictly and all its problems are reported
 * together, each with its path and a way out.
 *
 * <p>Enter by {@link org.imgeligibility.facts.ApplicantReader}.
 */
package org.imgeligibility.facts;
