package io.retort.diff.internal.model;

import io.retort.dialect.Identifiers;
import io.retort.internal.sql.ColumnReferences;
import io.retort.schema.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Generates names for unnamed check constraints of a table, following PostgreSQL's pattern:
 * {@code <table>_<column>_check} for a constraint on one column, otherwise {@code <table>_check}.
 */
final class CheckNames {

    private static final String LABEL = "check";

    private final Identifiers identifiers;
    private final String table;
    private final List<String> columns;
    private final Set<String> taken = new HashSet<>();

    /** Generates names for one table; the names of the table and its columns are as typed. */
    CheckNames(Identifiers identifiers, String table, List<String> columns) {
        this.identifiers = identifiers;
        this.table = table;
        this.columns = columns;
    }

    /** Returns a name that is not yet used for this table. */
    String next(String condition) {
        List<String> used = columns.stream()
                .filter(column -> ColumnReferences.of(column, condition))
                .toList();
        String column = used.size() == 1 ? used.get(0) : "";
        for (int i = 0; ; i++) {
            String name = name(column, i == 0 ? LABEL : LABEL + i);
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private String name(String column, String label) {
        Identifier first = Identifier.parse(table);
        boolean quoted = first.quoted();
        String text = first.text();
        String rest = "";
        if (!column.isEmpty()) {
            Identifier second = Identifier.parse(column);
            quoted |= second.quoted();
            rest = second.text();
        }
        return identifiers.canonical(new Identifier(joined(text, rest, label), quoted).typed());
    }

    /** Joins the three parts. If the name is too long, the longer of the first two parts is truncated. */
    private String joined(String first, String second, String label) {
        String left = first;
        String right = second;
        String name = join(left, right, label);
        while (name.getBytes(StandardCharsets.UTF_8).length > identifiers.maxBytes()) {
            if (left.length() > right.length()) {
                left = left.substring(0, left.offsetByCodePoints(left.length(), -1));
            } else {
                right = right.substring(0, right.offsetByCodePoints(right.length(), -1));
            }
            name = join(left, right, label);
        }
        return name;
    }

    private static String join(String first, String second, String label) {
        return second.isEmpty() ? first + "_" + label : first + "_" + second + "_" + label;
    }
}
