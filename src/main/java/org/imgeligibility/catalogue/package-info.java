/**
 * The policy as a reference: what questions, requirements, rules, sources and tables there are.
 *
 * <p>Enter by {@link org.imgeligibility.catalogue.Catalogue}.
 */
package org.imgeligibility.catalogue;
