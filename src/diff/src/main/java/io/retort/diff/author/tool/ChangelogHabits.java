package io.retort.diff.author.tool;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What existing changelogs have in common, whatever their format.
 *
 * @param texts the texts of the changelogs
 */
record ChangelogHabits(List<String> texts) {

    private static final Pattern AUTHOR = Pattern.compile(
            "(?im)^\\s*--\\s*changeset\\s+\"?([^\\s:\"]+)\"?\\s*:|\\bauthor[\"']?\\s*[:=]\\s*[\"']?([^\"'\\n,>}]+)");

    private static final Pattern ID = Pattern.compile("(?im)^\\s*--\\s*changeset\\s+[^:\\n]+:\\s*\"?([^\\s\"]+)"
            + "|<changeSet\\b[^>]*\\bid\\s*=\\s*\"([^\"]+)\""
            + "|^\\s*-?\\s*\"?id\"?\\s*:\\s*[\"']?([^\"'\\n,}]+)");

    /** Returns the only author of the existing changesets, if there is exactly one. */
    Optional<String> author() {
        Set<String> authors = found(AUTHOR);
        return authors.size() == 1 ? Optional.of(authors.iterator().next()) : Optional.empty();
    }

    /** Returns the largest id if all ids are whole numbers. */
    Optional<BigInteger> number() {
        Set<String> ids = found(ID);
        return !ids.isEmpty() && ids.stream().allMatch(id -> id.matches("\\d+"))
                ? ids.stream().map(BigInteger::new).max(BigInteger::compareTo)
                : Optional.empty();
    }

    private Set<String> found(Pattern pattern) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(ChangelogHabits::group)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String group(MatchResult match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        return "";
    }
}
