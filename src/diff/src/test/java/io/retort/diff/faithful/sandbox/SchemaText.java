package io.retort.diff.faithful.sandbox;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** The schema of a database as its own tools print it, without what a change and its downgrade affect. */
public final class SchemaText {

    /** MySQL and MariaDB keep the index of a dropped foreign key, with its name. */
    private static final Pattern KEPT = Pattern.compile("(?i): KEY `fk[_0-9a-z]");

    private SchemaText() {}

    /**
     * Ignores what a round trip can change: the position of a restored column, casts in a restored check constraint,
     * the rows of a dropped table, and whether MySQL prints the default character set.
     */
    public static List<String> of(Sandbox sandbox) throws SQLException {
        return sandbox.dump().withoutPlaces().lines().stream()
                .filter(line -> !line.startsWith("row ") && !KEPT.matcher(line).find())
                .map(line -> line.startsWith("constraint ")
                        ? line.replaceAll("::(character varying|text)(\\[])?", "")
                                .replaceAll("[()]", "")
                        : line)
                .map(line ->
                        line.replaceFirst(" CHARACTER SET utf8mb4( COLLATE utf8mb4_0900_ai_ci)? DEFAULT", " DEFAULT"))
                .sorted()
                .toList();
    }
}
