package io.retort.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A schema at one moment: its tables, sequences and enum types, each sorted by name. Equal schemas are equal snapshots.
 *
 * <p>A snapshot is immutable; the methods that change something return a copy. A change to an object that does not
 * exist has no effect.
 *
 * @param tables the tables
 * @param sequences the sequences
 * @param enumTypes the named enum types
 */
public record Snapshot(List<Table> tables, List<Sequence> sequences, List<EnumType> enumTypes) {

    /** An empty schema. */
    public static final Snapshot EMPTY = new Snapshot(List.of(), List.of(), List.of());

    public Snapshot {
        tables = sorted(tables, Table::name);
        sequences = sorted(sequences, Sequence::name);
        enumTypes = sorted(enumTypes, EnumType::name);
    }

    /** Finds a table. */
    public Optional<Table> table(QualifiedName name) {
        return find(tables, Table::name, name);
    }

    /** Finds a sequence. */
    public Optional<Sequence> sequence(QualifiedName name) {
        return find(sequences, Sequence::name, name);
    }

    /** Finds a named enum type. */
    public Optional<EnumType> enumType(QualifiedName name) {
        return find(enumTypes, EnumType::name, name);
    }

    /** Returns a copy with this table; it replaces a table with the same name. */
    public Snapshot with(Table table) {
        return new Snapshot(replace(tables, Table::name, table), sequences, enumTypes);
    }

    /** Returns a copy with this sequence; it replaces a sequence with the same name. */
    public Snapshot with(Sequence sequence) {
        return new Snapshot(tables, replace(sequences, Sequence::name, sequence), enumTypes);
    }

    /** Returns a copy with this enum type; it replaces a type with the same name. */
    public Snapshot with(EnumType type) {
        return new Snapshot(tables, sequences, replace(enumTypes, EnumType::name, type));
    }

    /** Returns a copy without this table. */
    public Snapshot withoutTable(QualifiedName name) {
        return new Snapshot(without(tables, Table::name, name), sequences, enumTypes);
    }

    /** Returns a copy without this sequence. */
    public Snapshot withoutSequence(QualifiedName name) {
        return new Snapshot(tables, without(sequences, Sequence::name, name), enumTypes);
    }

    /** Returns a copy without this enum type. */
    public Snapshot withoutEnumType(QualifiedName name) {
        return new Snapshot(tables, sequences, without(enumTypes, EnumType::name, name));
    }

    /** Returns a copy in which the function has changed one table. */
    public Snapshot mapTable(QualifiedName name, UnaryOperator<Table> change) {
        Optional<Table> before = table(name);
        if (before.isEmpty()) {
            return this;
        }
        Table after = change.apply(before.get());
        return after.name().equals(name) ? with(after) : withoutTable(name).with(after);
    }

    /** Returns a copy in which the function has changed every table. */
    public Snapshot mapTables(UnaryOperator<Table> change) {
        return new Snapshot(tables.stream().map(change).toList(), sequences, enumTypes);
    }

    /** A list that is already sorted stays as it is, because a history makes thousands of copies. */
    private static <T> List<T> sorted(List<T> things, Function<T, QualifiedName> name) {
        for (int i = 1; i < things.size(); i++) {
            if (name.apply(things.get(i - 1)).compareTo(name.apply(things.get(i))) > 0) {
                return things.stream().sorted(Comparator.comparing(name)).toList();
            }
        }
        return List.copyOf(things);
    }

    private static <T> Optional<T> find(List<T> things, Function<T, QualifiedName> name, QualifiedName wanted) {
        int position = position(things, name, wanted);
        return position < 0 ? Optional.empty() : Optional.of(things.get(position));
    }

    /** Returns the position of a name; {@code -(insertion point) - 1} if it is absent. */
    private static <T> int position(List<T> things, Function<T, QualifiedName> name, QualifiedName wanted) {
        int low = 0;
        int high = things.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = name.apply(things.get(middle)).compareTo(wanted);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -low - 1;
    }

    private static <T> List<T> replace(List<T> things, Function<T, QualifiedName> name, T thing) {
        List<T> all = new ArrayList<>(things);
        int position = position(things, name, name.apply(thing));
        if (position < 0) {
            all.add(-position - 1, thing);
        } else {
            all.set(position, thing);
        }
        return all;
    }

    private static <T> List<T> without(List<T> things, Function<T, QualifiedName> name, QualifiedName gone) {
        int position = position(things, name, gone);
        if (position < 0) {
            return things;
        }
        List<T> others = new ArrayList<>(things);
        others.remove(position);
        return others;
    }
}
