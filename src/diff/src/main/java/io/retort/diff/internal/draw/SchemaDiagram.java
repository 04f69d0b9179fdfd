package io.retort.diff.internal.draw;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The tables and references of a picture, before they have places.
 *
 * @param tables the tables, by their names
 * @param references the foreign keys
 */
record SchemaDiagram(Map<String, TableBox> tables, Set<Reference> references) {

    private static final int MOST_NEIGHBOURS = 30;

    /** What happens to a table or column. */
    enum State {
        /** Nothing. */
        PLAIN("", "", ""),
        /** It is created. */
        ADDED("ga", "xa", "+"),
        /** It is changed. */
        CHANGED("gc", "xc", "~"),
        /** It is dropped. */
        DROPPED("gd", "xd", "-"),
        /** It only stands next to others. */
        MUTED("m", "s", "");

        final String group;
        final String text;
        final String sign;

        State(String group, String text, String sign) {
            this.group = group;
            this.text = text;
            this.sign = sign;
        }
    }

    /**
     * A table.
     *
     * @param name its name
     * @param state what happens to it
     * @param rows its columns; empty if only the name is shown
     */
    record TableBox(String name, State state, List<Row> rows) {

        /** Returns whether a column is created, changed or dropped in a table that stays. */
        boolean marks(Row row) {
            return state == State.CHANGED && !row.state().sign.isEmpty();
        }
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type its type
     * @param key {@code PK}, {@code FK} or empty
     * @param state what happens to it
     */
    record Row(String name, String type, String key, State state) {}

    /**
     * A foreign key.
     *
     * @param from the table
     * @param column its first column
     * @param to the referenced table
     */
    record Reference(String from, String column, String to) implements Comparable<Reference> {

        private static final Comparator<Reference> ORDER = Comparator.comparing(Reference::from)
                .thenComparing(Reference::column)
                .thenComparing(Reference::to);

        @Override
        public int compareTo(Reference other) {
            return ORDER.compare(this, other);
        }
    }

    SchemaDiagram {
        tables = new TreeMap<>(tables);
        references = new TreeSet<>(references);
    }

    /** Returns all tables of a schema. */
    static SchemaDiagram whole(Snapshot schema) {
        Map<String, TableBox> tables = new TreeMap<>();
        schema.tables().forEach(table -> tables.put(name(table), box(table, State.PLAIN)));
        return new SchemaDiagram(tables, references(schema.tables()));
    }

    /** Returns the tables that differ between two schemas, with their columns, and the names of their neighbours. */
    static SchemaDiagram changed(Snapshot before, Snapshot after) {
        Map<String, TableBox> tables = new TreeMap<>();
        Set<Table> changed = new LinkedHashSet<>();
        for (Table table : after.tables()) {
            Optional<Table> former = before.table(table.name());
            if (former.isEmpty() || !former.get().equals(table)) {
                changed.add(table);
                tables.put(
                        name(table), former.map(was -> compared(was, table)).orElseGet(() -> box(table, State.ADDED)));
            }
        }
        for (Table table : before.tables()) {
            if (after.table(table.name()).isEmpty()) {
                changed.add(table);
                tables.put(name(table), box(table, State.DROPPED));
            }
        }
        Set<Reference> all = references(after.tables());
        all.addAll(references(changed));
        return with(tables, all);
    }

    /** Returns, for each table, its columns and the names of the tables that it references or that reference it. */
    static Map<String, SchemaDiagram> surroundings(Snapshot schema) {
        Map<String, Set<Reference>> references = new TreeMap<>();
        for (Reference reference : references(schema.tables())) {
            references
                    .computeIfAbsent(reference.from(), name -> new TreeSet<>())
                    .add(reference);
            references.computeIfAbsent(reference.to(), name -> new TreeSet<>()).add(reference);
        }
        Map<String, SchemaDiagram> surroundings = new TreeMap<>();
        for (Table table : schema.tables()) {
            Map<String, TableBox> tables = Map.of(name(table), box(table, State.PLAIN));
            surroundings.put(name(table), with(tables, references.getOrDefault(name(table), Set.of())));
        }
        return surroundings;
    }

    /** Returns a box for each module, with its number of tables. */
    static SchemaDiagram modules(Snapshot schema, Map<QualifiedName, String> modules) {
        Map<String, Integer> sizes = new TreeMap<>();
        Map<String, String> of = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            String module = modules.getOrDefault(table.name(), "other");
            sizes.merge(module, 1, Integer::sum);
            of.put(name(table), module);
        }
        Map<String, TableBox> boxes = new TreeMap<>();
        sizes.forEach((module, size) -> boxes.put(
                module,
                new TableBox(
                        module,
                        State.PLAIN,
                        List.of(new Row(size + (size == 1 ? " table" : " tables"), "", "", State.PLAIN)))));
        Set<Reference> references = new TreeSet<>();
        references(schema.tables()).forEach(reference -> {
            String from = of.get(reference.from());
            String to = of.get(reference.to());
            if (from != null && to != null && !from.equals(to)) {
                references.add(new Reference(from, "", to));
            }
        });
        return new SchemaDiagram(boxes, references);
    }

    /** Adds the neighbours of tables; above a number of them, one box stands for the rest. */
    private static SchemaDiagram with(Map<String, TableBox> centre, Set<Reference> all) {
        Map<String, TableBox> tables = new TreeMap<>(centre);
        Set<Reference> references = new TreeSet<>();
        Set<String> more = new TreeSet<>();
        int most = MOST_NEIGHBOURS + 2 * centre.size();
        for (Reference reference : all) {
            boolean out = centre.containsKey(reference.from());
            if (!out && !centre.containsKey(reference.to())) {
                continue;
            }
            String neighbour = out ? reference.to() : reference.from();
            if (!tables.containsKey(neighbour) && tables.size() - centre.size() >= most) {
                more.add(neighbour);
                continue;
            }
            tables.putIfAbsent(neighbour, new TableBox(neighbour, State.MUTED, List.of()));
            references.add(out ? reference : new Reference(reference.from(), "", reference.to()));
        }
        if (!more.isEmpty()) {
            String rest = "and " + more.size() + " more";
            tables.put(rest, new TableBox(rest, State.MUTED, List.of()));
        }
        return new SchemaDiagram(tables, references);
    }

    private static TableBox compared(Table before, Table after) {
        List<Row> rows = new ArrayList<>();
        Keys keys = Keys.of(after);
        for (Column column : after.columns()) {
            Optional<Column> former = before.column(column.name());
            State state = former.isEmpty() ? State.ADDED : former.get().equals(column) ? State.PLAIN : State.CHANGED;
            rows.add(keys.row(column, state));
        }
        Keys formerKeys = Keys.of(before);
        before.columns().stream()
                .filter(column -> after.column(column.name()).isEmpty())
                .forEach(column -> rows.add(formerKeys.row(column, State.DROPPED)));
        return new TableBox(name(after), State.CHANGED, rows);
    }

    private static TableBox box(Table table, State state) {
        Keys keys = Keys.of(table);
        return new TableBox(
                name(table),
                state,
                table.columns().stream().map(column -> keys.row(column, state)).toList());
    }

    /**
     * The columns of a table that belong to keys.
     *
     * @param primary the columns of the primary key
     * @param foreign the columns of foreign keys
     */
    private record Keys(Set<String> primary, Set<String> foreign) {

        static Keys of(Table table) {
            Set<String> primary = new HashSet<>();
            table.primaryKey().ifPresent(key -> primary.addAll(key.columns()));
            Set<String> foreign = new HashSet<>();
            keys(table).forEach(key -> foreign.addAll(key.columns()));
            return new Keys(primary, foreign);
        }

        Row row(Column column, State state) {
            return new Row(
                    column.name(),
                    column.type() + (column.nullable() ? " null" : ""),
                    primary.contains(column.name()) ? "PK" : foreign.contains(column.name()) ? "FK" : "",
                    state);
        }
    }

    private static Set<Reference> references(Collection<Table> tables) {
        Set<Reference> references = new TreeSet<>();
        tables.forEach(table -> keys(table)
                .forEach(key -> references.add(new Reference(
                        name(table),
                        key.columns().isEmpty() ? "" : key.columns().get(0),
                        key.referencedTable().toString()))));
        return references;
    }

    private static Stream<Constraint.ForeignKey> keys(Table table) {
        return table.constraintsOf(Constraint.ForeignKey.class);
    }

    private static String name(Table table) {
        return table.name().toString();
    }
}
