package io.retort.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A schema at one moment. Tables, sequences and types are kept in the order of their names, so that equal schemas are
 * equal values.
 *
 * <p>The methods that change something answer a new snapshot; what is not there cannot be changed and is left so.
 */
public record Snapshot(List<Table> tables, List<Sequence> sequences, List<EnumType> enumTypes) {

    /** A schema with nothing in it. */
    public static final Snapshot EMPTY = new Snapshot(List.of(), List.of(), List.of());

    public Snapshot {
        tables = sorted(tables, Table::name);
        sequences = sorted(sequences, Sequence::name);
        enumTypes = sorted(enumTypes, EnumType::name);
    }

    public Optional<Table> table(QualifiedName name) {
        return find(tables, Table::name, name);
    }

    public Optional<Sequence> sequence(QualifiedName name) {
        return find(sequences, Sequence::name, name);
    }

    public Optional<EnumType> enumType(QualifiedName name) {
        return find(enumTypes, EnumType::name, name);
    }

    /** With this table, in place of any of the same name. */
    public Snapshot with(Table table) {
        return new Snapshot(replace(tables, Table::name, table), sequences, enumTypes);
    }

    public Snapshot with(Sequence sequence) {
        return new Snapshot(tables, replace(sequences, Sequence::name, sequence), enumTypes);
    }

    public Snapshot with(EnumType type) {
        return new Snapshot(tables, sequences, replace(enumTypes, EnumType::name, type));
    }

    public Snapshot withoutTable(QualifiedName name) {
        return new Snapshot(without(tables, Table::name, name), sequences, enumTypes);
    }

    public Snapshot withoutSequence(QualifiedName name) {
        return new Snapshot(tables, without(sequences, Sequence::name, name), enumTypes);
    }

    public Snapshot withoutEnumType(QualifiedName name) {
        return new Snapshot(tables, sequences, without(enumTypes, EnumType::name, name));
    }

    /** With one table put through a function. */
    public Snapshot mapTable(QualifiedName name, UnaryOperator<Table> change) {
        return table(name)
                .map(table -> withoutTable(name).with(change.apply(table)))
                .orElse(this);
    }

    /** With every table put through a function. */
    public Snapshot mapTables(UnaryOperator<Table> change) {
        return new Snapshot(tables.stream().map(change).toList(), sequences, enumTypes);
    }

    private static <T> List<T> sorted(List<T> things, Function<T, QualifiedName> name) {
        return things.stream().sorted(Comparator.comparing(name)).toList();
    }

    private static <T> Optional<T> find(List<T> things, Function<T, QualifiedName> name, QualifiedName wanted) {
        int low = 0;
        int high = things.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = name.apply(things.get(middle)).compareTo(wanted);
            if (order == 0) {
                return Optional.of(things.get(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    private static <T> List<T> replace(List<T> things, Function<T, QualifiedName> name, T thing) {
        List<T> others = new ArrayList<>(without(things, name, name.apply(thing)));
        others.add(thing);
        return others;
    }

    private static <T> List<T> without(List<T> things, Function<T, QualifiedName> name, QualifiedName gone) {
        return things.stream().filter(t -> !name.apply(t).equals(gone)).toList();
    }
}
