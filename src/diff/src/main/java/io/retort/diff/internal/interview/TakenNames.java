package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the names of indexes and constraints free that a table without an entity has and another table is to get. On many
 * products they are unique within a schema.
 *
 * @param renaming collects the operations
 * @param declared the model with the names that Hibernate gives
 */
record TakenNames(AcceptedRenames renaming, Snapshot declared) {

    private static final String KEPT = "_kept";

    /**
     * Returns what the names of a table become if it is kept, as part of a sentence; empty if no other table needs them.
     *
     * @param gone the table that no entity maps
     */
    Optional<String> consequence(QualifiedName gone) {
        Table table = renaming.live().table(gone).orElseThrow();
        Map<String, QualifiedName> needed = needed(table);
        return taken(table, needed).keySet().stream()
                .map(name -> "its " + name + " becomes " + free(name) + ", because " + needed.get(identity(name))
                        + " gets one of that name")
                .reduce((one, other) -> one + "; " + other);
    }

    /** Gives the indexes and constraints of a kept table other names where another table needs theirs. */
    void keep(QualifiedName gone) {
        Table table = renaming.live().table(gone).orElseThrow();
        taken(table, needed(table)).forEach((name, object) -> {
            if (object instanceof Index index) {
                rename(table, index, free(name));
            } else {
                rename(gone, (Constraint) object, free(name));
            }
        });
    }

    /** Drops the indexes and constraints of a table before it is dropped, where another table needs their names. */
    void drop(QualifiedName gone) {
        Table table = renaming.live().table(gone).orElseThrow();
        taken(table, needed(table))
                .forEach((name, object) -> renaming.note(
                        object instanceof Index index
                                ? new IndexOperation.Drop(gone, index)
                                : new ConstraintOperation.Drop(gone, (Constraint) object)));
    }

    private void rename(Table table, Index index, String name) {
        IndexOperation.Rename rename = new IndexOperation.Rename(table.name(), index.name(), name);
        if (dialect().needsRebuild(rename, table)) {
            renaming.note(new IndexOperation.Drop(table.name(), index));
            renaming.note(new IndexOperation.Create(table.name(), index.named(name)));
        } else {
            renaming.note(rename);
        }
    }

    private void rename(QualifiedName table, Constraint constraint, String name) {
        boolean renamable = renaming.dialect().referencesFollowRenames()
                || constraint instanceof Unique
                || constraint instanceof PrimaryKey;
        if (renamable) {
            renaming.note(new ConstraintOperation.Rename(table, constraint, name));
        } else {
            renaming.note(new ConstraintOperation.Drop(table, constraint));
            renaming.note(new ConstraintOperation.Add(table, constraint.named(name)));
        }
    }

    /** The indexes and constraints of a table whose names another table needs. */
    private Map<String, Object> taken(Table table, Map<String, QualifiedName> needed) {
        Map<String, Object> taken = new LinkedHashMap<>();
        table.constraints().stream()
                .filter(constraint -> constraint.name() != null && dialect().nameIsUniqueInSchema(constraint))
                .forEach(constraint -> taken.put(Objects.requireNonNull(constraint.name()), constraint));
        if (dialect().indexNamesAreUniqueInSchema()) {
            table.indexes().forEach(index -> taken.put(index.name(), index));
        }
        taken.keySet().removeIf(name -> !needed.containsKey(identity(name)));
        return taken;
    }

    /** The names that the tables of the model get in the schema of a table, each with the table that gets it. */
    private Map<String, QualifiedName> needed(Table gone) {
        Map<String, QualifiedName> needed = new LinkedHashMap<>();
        for (Table table : declared.tables()) {
            if (Objects.equals(table.name().schema(), gone.name().schema())
                    && !table.name().equals(gone.name())) {
                Set<String> present = renaming.live().table(table.name()).stream()
                        .flatMap(this::names)
                        .collect(Collectors.toSet());
                names(table).filter(name -> !present.contains(name)).forEach(name -> needed.put(name, table.name()));
            }
        }
        return needed;
    }

    private Stream<String> names(Table table) {
        return Stream.concat(
                table.constraints().stream()
                        .filter(constraint ->
                                constraint.name() != null && dialect().nameIsUniqueInSchema(constraint))
                        .map(constraint -> identity(Objects.requireNonNull(constraint.name()))),
                dialect().indexNamesAreUniqueInSchema()
                        ? table.indexes().stream().map(index -> identity(index.name()))
                        : Stream.empty());
    }

    private String free(String name) {
        Identifier identifier = Identifier.parse(name);
        int kept = 1;
        while (true) {
            String text = identifier.text() + KEPT + (kept == 1 ? "" : "_" + kept);
            String found = new Identifier(text, identifier.quoted()).typed();
            boolean used = Stream.of(renaming.live(), declared)
                    .flatMap(schema -> schema.tables().stream())
                    .flatMap(this::names)
                    .anyMatch(identity(found)::equals);
            if (!used) {
                return found;
            }
            kept++;
        }
    }

    /** Names that are equal to the product. Those of indexes follow the names of tables. */
    private String identity(String name) {
        String stored = dialect().identifiers().stored(name);
        return dialect().ignoresCaseOfTables() ? stored.toLowerCase(Locale.ROOT) : stored;
    }

    private Dialect dialect() {
        return renaming.dialect();
    }
}
