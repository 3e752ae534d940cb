package org.imgeligibility.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Rule;

/** The requirements that are no questions, those together that the same rules write with a value in braces. */
final class RequirementGroups {

    private static final List<String> WRITTEN = List.of("requirement", "requires");

    private final Map<String, Group> byName = new LinkedHashMap<>();
    private final Map<String, Group> byId = new LinkedHashMap<>();

    /** @param name an id, with … for the values by which its members differ */
    record Group(String name, List<Requirement> members, List<Rule> rules) {

        /** The title of all of them, with … for what differs. */
        String title() {
            String first = members.get(0).title();
            if (members.stream().allMatch(member -> member.title().equals(first))) {
                return first;
            }
            int head = first.length();
            int tail = first.length();
            for (Requirement member : members) {
                head = Math.min(head, common(first, member.title()));
                tail = Math.min(tail, common(reversed(first), reversed(member.title())));
            }
            return first.substring(0, head) + "…" + first.substring(first.length() - Math.min(tail, first.length() - head));
        }

        private static int common(String one, String other) {
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            return at;
        }

        private static String reversed(String text) {
            return new StringBuilder(text).reverse().toString();
        }
    }

    RequirementGroups(Policy policy) {
        Map<String, Pattern> shapes = new LinkedHashMap<>();
        policy.rules().stream().flatMap(rule -> WRITTEN.stream().flatMap(name -> rule.all(name).stream())).filter(RequirementGroups::isFamily)
                .sorted().forEach(id -> shapes.putIfAbsent(name(id), Ids.shape(id)));
        for (Requirement requirement : policy.requirements().values()) {
            if (!policy.questions().containsKey(requirement.id())) {
                String name = shapes.entrySet().stream().filter(shape -> shape.getValue().matcher(requirement.id()).matches()).map(Map.Entry::getKey).findFirst().orElse(requirement.id());
                Group group = byName.computeIfAbsent(name, any -> new Group(any, new ArrayList<>(), new ArrayList<>()));
                group.members().add(requirement);
                byId.put(requirement.id(), group);
            }
        }
        policy.rules().forEach(rule -> rule.all("requirement").stream().flatMap(this::written).distinct().forEach(name -> byName.get(name).rules().add(rule)));
    }

    /** Whether more stands in an id than values. */
    private static boolean isFamily(String id) {
        return id.indexOf('{') >= 0 && !id.matches("\\{[^}]*}");
    }

    static String name(String written) {
        return written.replaceAll("\\{[^}]*}", "…");
    }

    /** The names of the groups that an id as written speaks of. */
    private Stream<String> written(String id) {
        Pattern shape = Ids.shape(id);
        return isFamily(id) || id.indexOf('{') < 0 ? byId.entrySet().stream().filter(known -> shape.matcher(known.getKey()).matches()).map(known -> known.getValue().name()) : Stream.empty();
    }

    Collection<Group> all() {
        return byName.values();
    }

    Group of(String id) {
        return byId.get(id);
    }

    Optional<Group> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
