package org.imgeligibility.verdict;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers without their explanations, for whoever compares many.
 *
 * @param answers by question or classification
 */
public record Brief(Map<String, Answer> answers) {

    /**
     * What one comes to.
     *
     * @param outcome an outcome's name, or the value of a classification
     * @param because ids of the deciding leaves
     * @param missing paths of the facts that could still change it
     * @param statuses of the requirements asked of this person, by id
     * @param rules    names of the rules that these statuses rest on
     * @param faults   contradictions found among the rules
     */
    public record Answer(String outcome, List<String> because, List<String> missing, Map<String, Status> statuses, Set<String> rules, List<String> faults) {
    }
}
