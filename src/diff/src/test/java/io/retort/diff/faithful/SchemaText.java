package io.retort.diff.faithful;

import java.sql.SQLException;
import java.util.List;

/** A database's schema as its own tools tell it, free of what a change there and back leaves otherwise. */
final class SchemaText {

    private SchemaText() {}

    /** A column that went and came back has another place; a check that came back from its own text has other casts. */
    static List<String> of(Sandbox sandbox) throws SQLException {
        return sandbox.dump().withoutPlaces().lines().stream()
                .map(line -> line.startsWith("constraint ")
                        ? line.replaceAll("::(character varying|text)(\\[])?", "")
                                .replaceAll("[()]", "")
                        : line)
                .sorted()
                .toList();
    }
}
