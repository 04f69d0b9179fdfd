package io.retort.diff.internal.interview;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The similarity of a removed object and a new one.
 *
 * @param points the score, from 0; the weights are empirical and only decide which questions are asked
 * @param reasons what the objects have in common, for the question
 */
record SimilarityScore(int points, List<String> reasons) {

    /** The score from which a rename is offered. */
    static final int OFFERED = 40;

    /** The score from which a rename is likely, given a margin to the next candidate. */
    static final int LIKELY = 55;

    private static final int TYPE = 35;
    private static final int FAMILY = 20;
    private static final int PLACE = 10;
    private static final int FIELD = 45;
    private static final int NAME = 35;
    private static final int ROLE = 15;
    private static final int JOIN = 45;
    private static final int COLUMNS = 45;
    private static final int MANY = 4;
    private static final int MANY_COLUMNS = 25;
    private static final double SIMILAR = 0.5;

    /** Copies the list. */
    public SimilarityScore {
        reasons = List.copyOf(reasons);
    }

    /** Whether the score is high enough to offer the rename. */
    boolean isOffered() {
        return points >= OFFERED;
    }

    /**
     * Compares two columns.
     *
     * @param field the name of the Java field of the new column; null if unknown
     */
    static SimilarityScore of(Table live, Column gone, Table wanted, Column fresh, @Nullable String field) {
        List<String> reasons = new ArrayList<>();
        int points = type(gone.type(), fresh.type(), reasons);
        if (points == 0) {
            return new SimilarityScore(0, reasons);
        }
        points += live.columns().indexOf(gone) == wanted.columns().indexOf(fresh)
                ? scored(PLACE, "same position", reasons)
                : 0;
        if (field != null && NameWords.plain(field).equals(NameWords.plain(gone.name()))) {
            points += scored(FIELD, "its Java field is still called " + field, reasons);
        }
        points += role(live, gone, wanted, fresh, reasons);
        return new SimilarityScore(points + name(gone.name(), fresh.name(), reasons), reasons);
    }

    /**
     * Compares two tables.
     *
     * @param entity the name of the entity of the new table; null if the table has no entity
     */
    static SimilarityScore of(Table gone, Table fresh, @Nullable String entity) {
        List<String> reasons = new ArrayList<>();
        Set<String> names = gone.columns().stream().map(Column::name).collect(Collectors.toSet());
        long same = fresh.columns().stream()
                .filter(column -> names.contains(column.name()))
                .count();
        int all = Math.max(gone.columns().size(), fresh.columns().size());
        int points = all == 0 ? 0 : (int) (COLUMNS * same / all);
        points += same >= MANY ? MANY_COLUMNS : 0;
        if (same > 0) {
            reasons.add(same + " of " + all + " columns are the same");
        }
        if (entity != null
                && NameWords.plain(entity).equals(NameWords.plain(gone.name().name()))) {
            points += scored(FIELD, "its entity is still called " + entity, reasons);
        }
        if (isOnlyReferences(gone)
                && isOnlyReferences(fresh)
                && references(gone).equals(references(fresh))) {
            points += scored(JOIN, "connects the same tables", reasons);
        }
        return new SimilarityScore(
                points + name(gone.name().name(), fresh.name().name(), reasons), reasons);
    }

    /** Whether the table is a pure join table, in which all columns can have new names. */
    private static boolean isOnlyReferences(Table table) {
        return table.columns().size() > 1
                && table.columns().stream()
                        .allMatch(column -> !references(table, column.name()).isEmpty());
    }

    private static List<String> references(Table table) {
        return table.columns().stream()
                .flatMap(column -> references(table, column.name()).stream())
                .sorted()
                .toList();
    }

    /** Adds that the object was named after a table that was renamed, and now has the name derived from the new one. */
    SimilarityScore calledAfter(String name) {
        List<String> more = new ArrayList<>(reasons);
        return new SimilarityScore(points + scored(FIELD, "called after " + name, more), more);
    }

    private static int type(SqlType one, SqlType other, List<String> reasons) {
        if (one.equals(other)) {
            return scored(TYPE, "same type", reasons);
        }
        return TypeFamily.of(one) == TypeFamily.of(other) && TypeFamily.of(one) != TypeFamily.OTHER
                ? scored(FAMILY, "similar type", reasons)
                : 0;
    }

    /** Whether both columns reference the same column, or both are unique. */
    private static int role(Table live, Column gone, Table wanted, Column fresh, List<String> reasons) {
        Set<String> before = references(live, gone.name());
        Set<String> after = references(wanted, fresh.name());
        if (!before.isEmpty() && before.equals(after)) {
            return scored(ROLE, "references the same table", reasons);
        }
        if (!before.equals(after)) {
            return -ROLE;
        }
        return isUnique(live, gone.name()) && isUnique(wanted, fresh.name())
                ? scored(ROLE, "unique as before", reasons)
                : 0;
    }

    /** The columns that a column references. Another column of the same table contains different values. */
    private static Set<String> references(Table table, String column) {
        return table.constraintsOf(ForeignKey.class)
                .filter(key -> key.columns().contains(column))
                .map(key -> key.referencedTable() + "."
                        + key.referencedColumns().get(key.columns().indexOf(column)))
                .collect(Collectors.toSet());
    }

    private static boolean isUnique(Table table, String column) {
        return table.constraintsOf(Constraint.Unique.class)
                .anyMatch(key -> key.columns().equals(List.of(column)));
    }

    private static int name(String one, String other, List<String> reasons) {
        double similarity = NameWords.similarity(one, other);
        if (similarity >= SIMILAR) {
            reasons.add("similar name");
        }
        return (int) (NAME * similarity);
    }

    private static int scored(int points, String reason, List<String> reasons) {
        reasons.add(reason);
        return points;
    }
}
