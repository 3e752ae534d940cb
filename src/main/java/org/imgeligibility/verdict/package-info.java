/**
 * What the matches of the rules mean: requirements with their statuses, combined into outcomes, explained.
 *
 * <p>The whole logic is the order of four statuses and three ways to combine them. A verdict document is made of
 * rule matches only; every view (text, JSON, pages, test reports) renders the same document.
 *
 * <p>Enter by {@link org.imgeligibility.verdict.Judgement}.
 */
package org.imgeligibility.verdict;
