package io.retort.internal.lint.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * The version of a server.
 *
 * @param numbers its numbers, most significant first; empty if unknown, which counts as the newest version
 */
public record ServerVersion(List<Integer> numbers) {

    /** An unknown version. */
    public static final ServerVersion UNKNOWN = new ServerVersion(List.of());

    /** MySQL's driver reports this version before that of a MariaDB server. */
    private static final String REPLICATION_PREFIX = "5.5.5-";

    public ServerVersion {
        numbers = List.copyOf(numbers);
    }

    /** Reads the version that a JDBC driver reports, for example {@code 11.4.5-MariaDB}. */
    public static ServerVersion parse(String text) {
        String version = text.startsWith(REPLICATION_PREFIX) ? text.substring(REPLICATION_PREFIX.length()) : text;
        List<Integer> numbers = new ArrayList<>();
        int position = 0;
        while (position < version.length() && Character.isDigit(version.charAt(position))) {
            int end = position;
            while (end < version.length() && Character.isDigit(version.charAt(end)) && end - position < 9) {
                end++;
            }
            numbers.add(Integer.parseInt(version.substring(position, end)));
            position = end < version.length() && version.charAt(end) == '.' ? end + 1 : version.length();
        }
        return new ServerVersion(numbers);
    }

    /** Returns whether this version is the other one or a later one. */
    public boolean isAtLeast(int... other) {
        if (numbers.isEmpty()) {
            return true;
        }
        for (int i = 0; i < other.length; i++) {
            int mine = i < numbers.size() ? numbers.get(i) : 0;
            if (mine != other[i]) {
                return mine > other[i];
            }
        }
        return true;
    }
}
