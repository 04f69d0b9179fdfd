package io.retort.diff;

import io.retort.schema.Constraint.Unique;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Unique constraints that a table has twice. Hibernate's {@code ddl-auto=update} leaves them in a database, for example
 * after the name of a constraint changed.
 */
final class RepeatedConstraints {

    private RepeatedConstraints() {}

    /** Returns a sentence for each group of unique constraints on the same columns. */
    static List<String> of(Table table) {
        Map<List<String>, List<String>> names = new LinkedHashMap<>();
        table.constraintsOf(Unique.class)
                .forEach(unique -> names.computeIfAbsent(unique.columns(), columns -> new ArrayList<>())
                        .add(unique.name()));
        List<String> sentences = new ArrayList<>();
        names.forEach((columns, same) -> {
            if (same.size() > 1) {
                sentences.add("Table " + table.name() + " has " + same.size() + " unique constraints on "
                        + String.join(", ", columns) + ": " + String.join(", ", same)
                        + ". The revision contains all of them, as the database does; one is enough.");
            }
        });
        return sentences;
    }
}
