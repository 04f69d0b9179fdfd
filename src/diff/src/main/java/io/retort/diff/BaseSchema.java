package io.retort.diff;

import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A live schema in the words of the entities: their definitions where the database agrees with them, and those of the
 * database where it differs.
 */
final class BaseSchema {

    /** Names that databases choose themselves, which another database can already use for something else. */
    private static final Pattern CHOSEN_BY_DATABASE = Pattern.compile("(?i)\"?(constraint_[0-9a-f_]+|sys_.*)\"?");

    private BaseSchema() {}

    /**
     * Computes the schema by reversing the differences on the entities' side.
     *
     * @param schemas the live schema as far as it is taken, and the entities
     */
    static Snapshot of(ComparisonContext schemas) {
        List<Operation> found = Differ.compare(schemas).operations();
        Snapshot reversed = Operation.reverse(found)
                .map(back -> Operation.apply(back, schemas.declared()))
                .orElse(schemas.live());
        return like(schemas.live(), reversed);
    }

    /** Exactly the objects of the live schema, with its order of columns and its names of keys and indexes. */
    private static Snapshot like(Snapshot live, Snapshot reversed) {
        return new Snapshot(
                live.tables().stream()
                        .map(table -> reversed.table(table.name())
                                .filter(words -> names(words).equals(names(table)))
                                .map(words -> like(table, words))
                                .orElse(table))
                        .toList(),
                live.sequences().stream()
                        .map(sequence -> reversed.sequence(sequence.name()).orElse(sequence))
                        .toList(),
                live.enumTypes().stream()
                        .map(type -> reversed.enumType(type.name()).orElse(type))
                        .toList());
    }

    private static Set<String> names(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.toSet());
    }

    private static Table like(Table live, Table words) {
        List<String> order = live.columns().stream().map(Column::name).toList();
        List<Column> columns = new ArrayList<>(words.columns());
        columns.sort(Comparator.comparingInt(column -> order.indexOf(column.name())));
        return words.withColumns(columns)
                .withConstraints(words.constraints().stream()
                        .map(constraint -> like(live, constraint))
                        .toList())
                .withIndexes(
                        words.indexes().stream().map(index -> like(live, index)).toList());
    }

    private static Constraint like(Table live, Constraint words) {
        if (words instanceof PrimaryKey key) {
            return live.primaryKey()
                    .filter(other -> new HashSet<>(other.columns()).equals(new HashSet<>(key.columns())))
                    .<Constraint>map(other -> new PrimaryKey(key.name(), other.columns()))
                    .orElse(key);
        }
        if (words instanceof Check) {
            return words;
        }
        if (words instanceof Unique key) {
            return like(live, key);
        }
        return live.constraints().stream()
                .filter(other -> other.named("any").equals(words.named("any")))
                .filter(other -> isChosenByPeople(other.name()))
                .findFirst()
                .orElse(words);
    }

    /** An entity declares which columns are unique together; the database gave them their order. */
    private static Constraint like(Table live, Unique words) {
        return live.constraints().stream()
                .filter(Unique.class::isInstance)
                .map(Unique.class::cast)
                .filter(other -> new HashSet<>(other.columns()).equals(new HashSet<>(words.columns())))
                .filter(other ->
                        other.nullsNotDistinct() == words.nullsNotDistinct() && other.deferral() == words.deferral())
                .findFirst()
                .map(other -> isChosenByPeople(other.name()) ? other : other.named(words.name()))
                .orElse(words);
    }

    private static Index like(Table live, Index words) {
        Optional<Index> same = live.indexes().stream()
                .filter(other -> other.name().equals(words.name()))
                .findFirst();
        return same.isPresent()
                ? words
                : live.indexes().stream()
                        .filter(other -> other.named("any").equals(words.named("any")))
                        .filter(other -> isChosenByPeople(other.name()))
                        .findFirst()
                        .orElse(words);
    }

    private static boolean isChosenByPeople(@Nullable String name) {
        return !CHOSEN_BY_DATABASE
                .matcher(Objects.requireNonNullElse(name, "sys_"))
                .matches();
    }

    /** Returns a copy that defines some tables as the database does. */
    static Snapshot withLive(Snapshot base, Snapshot live, Set<QualifiedName> tables) {
        return base.mapTables(table ->
                tables.contains(table.name()) ? live.table(table.name()).orElse(table) : table);
    }
}
