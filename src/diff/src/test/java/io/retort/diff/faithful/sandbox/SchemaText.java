package io.retort.diff.faithful.sandbox;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** A database's schema as its own tools tell it, free of what a change there and back leaves otherwise. */
public final class SchemaText {

    /** MySQL and MariaDB keep the index that they made for a foreign key when that goes, under its name. */
    private static final Pattern KEPT = Pattern.compile("(?i): KEY `fk[_0-9a-z]");

    private SchemaText() {}

    /**
     * A column that went and came back has another place; a check that came back from its own text has other casts; the rows
     * of a table that was dropped are gone; the character set that a MySQL database has anyway is told or not.
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
