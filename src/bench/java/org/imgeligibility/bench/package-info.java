/**
 * What is measured of this program: its engine against its peers, whole applicants, and how cost grows with the work.
 * Built with {@code -Pbench} alone, in a folder of its own.
 *
 * <p>Enter by {@link org.imgeligibility.bench.BenchRun}.
 */
package org.imgeligibility.bench;
