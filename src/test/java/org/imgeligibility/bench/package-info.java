/**
 * The work on which engines are compared, and a rule folder of it. What times it stands in {@code src/bench/java} and is
 * built with {@code -Pbench} alone.
 */
package org.imgeligibility.bench;
