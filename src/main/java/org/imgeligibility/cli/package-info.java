/**
 * The commands. Each turns a command line into calls of the packages before it and their results into text;
 * exit codes are 0 done, 1 a check found something, 2 the input or command line is wrong, 3 a fault of ours.
 *
 * <p>Enter by {@link org.imgeligibility.cli.Main}.
 */
package org.imgeligibility.cli;
