package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.model.EntityHierarchy.Storage;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements that move the rows of a hierarchy to other tables and back. Each change between two kinds of storage
 * is the reverse of its opposite, so that only three of the six are written down.
 *
 * <p>When they run, in either direction, all tables and columns of both kinds of storage exist, and the columns allow
 * nulls.
 */
final class RowMoveStatements {

    private final HierarchyChange change;
    private final Dialect dialect;
    private final List<Operation> statements = new ArrayList<>();
    private final Set<String> columns = new HashSet<>();
    private final Set<Moved> moved = new LinkedHashSet<>();
    private final Map<String, Set<Integer>> filling = new HashMap<>();

    /**
     * A column whose values move.
     *
     * @param source the table that has them before the change
     * @param target the table that has them afterwards
     * @param column the name of the column in both
     */
    record Moved(QualifiedName source, QualifiedName target, String column) {}

    RowMoveStatements(HierarchyChange change, Dialect dialect) {
        this.change = change;
        this.dialect = dialect;
        if (!change.concerns(Storage.TABLE_PER_CLASS)) {
            join();
        } else if (change.concerns(Storage.SINGLE_TABLE)) {
            separate();
        } else {
            extract();
        }
    }

    /** Returns the statements, in order, with those of the downgrade. */
    List<Operation> operations() {
        boolean forward = change.concerns(Storage.SINGLE_TABLE)
                ? change.before() == Storage.SINGLE_TABLE
                : change.before() == Storage.TABLE_PER_CLASS;
        if (forward) {
            return List.copyOf(statements);
        }
        List<Operation> reversed = new ArrayList<>();
        statements.forEach(statement -> reversed.add(statement.reverse().orElseThrow()));
        Collections.reverse(reversed);
        return reversed;
    }

    /** Returns whether every row has a value in a new column of the table for all classes. */
    boolean fill(QualifiedName table, String column) {
        boolean shared = change.after() == Storage.SINGLE_TABLE && table.equals(change.root());
        Set<Integer> filled = filling.getOrDefault(column, Set.of());
        return !shared
                || column.equals(change.discriminator())
                || IntStream.range(0, change.names().size())
                        .filter(type -> change.type(type).concrete())
                        .allMatch(filled::contains);
    }

    /** Returns whether the statements take the values of a column along, or give the column its values. */
    boolean concerns(QualifiedName table, String column) {
        return columns.contains(table + "." + column);
    }

    /** Returns the columns whose values move. */
    Set<Moved> moved() {
        return Set.copyOf(moved);
    }

    /** Returns whether rows are moved into a table. */
    boolean fills(QualifiedName table) {
        return change.names().contains(table)
                && change.schema(change.before()).table(table).isEmpty();
    }

    private void add(String there, String back) {
        statements.add(new Execute(there, back));
    }

    /** From one table to joined ones. */
    private void join() {
        for (int type : change.subclasses(Storage.JOINED)) {
            List<String> columns = shared(type, Storage.JOINED, 0, Storage.SINGLE_TABLE);
            String rows = isOneOf(change.hierarchy().below(type));
            filled(columns, change.hierarchy().below(type));
            add(insert(type, 0, columns, rows), columns.isEmpty() ? Execute.NOTHING : update(0, type, columns));
        }
        add(Execute.NOTHING, classes());
    }

    /** From one table to one for each class. */
    private void separate() {
        List<Integer> moved = change.subclasses(Storage.TABLE_PER_CLASS);
        String column = discriminator();
        for (int type : moved) {
            List<String> columns = shared(type, Storage.TABLE_PER_CLASS, 0, Storage.SINGLE_TABLE);
            filled(columns, Set.of(type));
            add(insert(type, 0, columns, isOneOf(List.of(type))), insertWithClass(type, columns));
        }
        add(
                "delete from " + sql(0) + " where " + isOneOf(moved),
                "update " + sql(0) + " set " + column + " = " + value(0) + " where " + column + " is null");
    }

    /** From one table for each class to joined ones. */
    private void extract() {
        List<Integer> whole = change.subclasses(Storage.TABLE_PER_CLASS);
        boolean classes = change.discriminator() != null;
        for (int parent = 0; parent < change.names().size(); parent++) {
            int above = parent;
            whole.stream()
                    .filter(type -> change.hierarchy().above(type).contains(above))
                    .filter(type -> change.table(above, Storage.JOINED).isPresent())
                    .forEach(type -> {
                        List<String> columns = inherited(type, above);
                        add(
                                classes && above == 0
                                        ? insertWithClass(type, columns)
                                        : insert(above, type, columns, ""),
                                "delete from " + sql(above) + " where " + exists(above, type));
                    });
        }
        if (classes) {
            add(
                    "update " + sql(0) + " set " + discriminator() + " = " + value(0) + " where " + discriminator()
                            + " is null",
                    Execute.NOTHING);
        }
        for (int type : whole) {
            for (int above : change.hierarchy().above(type)) {
                List<String> columns = inherited(type, above);
                if (!columns.isEmpty()) {
                    add(Execute.NOTHING, update(type, above, columns));
                }
            }
        }
    }

    /** A column that the table of the superclass gets or loses at the same time has values of its own. */
    private List<String> inherited(int type, int above) {
        Optional<Table> whole = change.table(above, Storage.TABLE_PER_CLASS);
        return shared(
                type,
                Storage.TABLE_PER_CLASS,
                above,
                Storage.JOINED,
                name -> whole.isEmpty() || whole.get().column(name).isPresent());
    }

    private List<String> shared(int one, Storage storage, int other, Storage otherStorage) {
        return shared(one, storage, other, otherStorage, name -> true);
    }

    private List<String> shared(int one, Storage storage, int other, Storage otherStorage, Predicate<String> movable) {
        Optional<Table> table = change.table(one, storage);
        List<String> names = change
                .table(other, otherStorage)
                .flatMap(found -> table.map(first -> HierarchyChange.shared(first, found, change.key(one))))
                .orElse(List.of())
                .stream()
                .filter(movable)
                .toList();
        boolean forward = storage == change.before();
        QualifiedName source = change.names().get(forward ? one : other);
        QualifiedName target = change.names().get(forward ? other : one);
        names.forEach(name -> moved.add(new Moved(source, target, name)));
        return names;
    }

    private String insertWithClass(int type, List<String> columns) {
        taken(0, type, columns);
        return "insert into " + sql(0) + " (" + names(change.key(0), columns) + ", " + discriminator() + ") select "
                + names(change.key(type), columns) + ", " + value(type) + " from " + sql(type);
    }

    private String insert(int into, int from, List<String> columns, String condition) {
        taken(into, from, columns);
        return "insert into " + sql(into) + " (" + names(change.key(into), columns) + ") select "
                + names(change.key(from), columns) + " from " + sql(from)
                + (condition.isEmpty() ? "" : " where " + condition);
    }

    private void filled(List<String> names, Set<Integer> types) {
        names.forEach(
                name -> filling.computeIfAbsent(name, key -> new HashSet<>()).addAll(types));
    }

    private void taken(int into, int from, List<String> names) {
        for (String name : names) {
            columns.add(change.names().get(into) + "." + name);
            columns.add(change.names().get(from) + "." + name);
        }
    }

    private String update(int table, int from, List<String> columns) {
        taken(table, from, columns);
        return columns.stream()
                .map(this::sql)
                .map(column -> column + " = (select s." + column + " from " + sql(from) + " s where "
                        + same(table, from) + ")")
                .collect(Collectors.joining(", ", "update " + sql(table) + " set ", " where " + exists(table, from)));
    }

    /** Gives each row of the table for all classes its class, the most special one first. */
    private String classes() {
        List<Integer> special = new ArrayList<>(change.subclasses(Storage.JOINED));
        Collections.reverse(special);
        String classes = special.stream()
                .map(type -> " when " + exists(0, type) + " then " + value(type))
                .collect(Collectors.joining("", "case", " else " + value(0) + " end"));
        return "update " + sql(0) + " set " + discriminator() + " = "
                + (isNumber() ? classes : dialect.trimPadding(classes));
    }

    private String exists(int table, int other) {
        return "exists (select 1 from " + sql(other) + " s where " + same(table, other) + ")";
    }

    private String same(int table, int other) {
        List<String> key = change.key(table);
        List<String> otherKey = change.key(other);
        return IntStream.range(0, key.size())
                .mapToObj(i -> "s." + sql(otherKey.get(i)) + " = " + sql(table) + "." + sql(key.get(i)))
                .collect(Collectors.joining(" and "));
    }

    private String isOneOf(Collection<Integer> types) {
        return types.stream()
                .filter(type -> change.type(type).concrete())
                .map(this::value)
                .collect(Collectors.joining(", ", discriminator() + " in (", ")"));
    }

    private String value(int type) {
        String value = change.type(type).value();
        return isNumber() ? value : dialect.literal(value);
    }

    private boolean isNumber() {
        return change.table(0, change.concerns(Storage.SINGLE_TABLE) ? Storage.SINGLE_TABLE : Storage.JOINED)
                .flatMap(table -> table.column(String.valueOf(change.discriminator())))
                .filter(column -> TypeFamily.of(column.type()) == TypeFamily.WHOLE)
                .isPresent();
    }

    private String discriminator() {
        columns.add(change.root() + "." + change.discriminator());
        return sql(String.valueOf(change.discriminator()));
    }

    private String names(List<String> key, List<String> columns) {
        Function<String, String> sql = this::sql;
        List<String> all = new ArrayList<>(key);
        all.addAll(columns);
        return all.stream().map(sql).collect(Collectors.joining(", "));
    }

    private String sql(int type) {
        QualifiedName name = change.names().get(type);
        return dialect.identifiers().sql(name);
    }

    private String sql(String column) {
        return dialect.identifiers().sql(column);
    }
}
