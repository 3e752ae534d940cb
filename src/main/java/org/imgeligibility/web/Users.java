package org.imgeligibility.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;

/** Those who may log in, read from a file of lines {@code name:bcrypt-hash}, as {@code htpasswd -B} writes them. */
final class Users {

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private Users() {
    }

    /**
     * The hashes by name.
     *
     * @throws InputException naming every line that cannot be used; what stands in it is not repeated
     */
    static Map<String, String> read(Path file) {
        Map<String, String> users = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            int colon = line.indexOf(':');
            String wrong = line.isEmpty() || line.startsWith("#") ? "" : colon < 1 ? "is not 'name:hash'."
                    : !BCRYPT.matcher(line.substring(colon + 1)).matches() ? "has no bcrypt hash after the name. Write it with 'htpasswd -B'."
                    : users.putIfAbsent(line.substring(0, colon), line.substring(colon + 1)) == null ? "" : "names somebody a second time.";
            if (!wrong.isEmpty()) {
                problems.add(new Problem(file + ":" + number, wrong));
            }
        }
        if (users.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(file.toString(), "names nobody, so nobody could log in. Add one with 'htpasswd -B'."));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return users;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new InputException("--users " + file, "cannot be read. Make it with 'htpasswd -B -c FILE NAME'.");
        }
    }
}
