package io.retort.diff.internal.inspect;

import io.retort.dialect.Identifiers;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Default;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Determines what a hand-written statement of a revision creates, changes and drops: tables, columns and their parts.
 * Types, and everything else that is irrelevant to ownership, are not read.
 */
public final class DdlReader {

    /** The type of every column that this class reads. */
    private static final SqlType UNREAD = SqlType.other("unread");

    private static final UnaryOperator<Snapshot> NOTHING = UnaryOperator.identity();

    private final Identifiers identifiers;
    private final StatementCursor cursor;

    private DdlReader(String sql, Identifiers identifiers) {
        this.identifiers = identifiers;
        this.cursor = new StatementCursor(sql, identifiers);
    }

    /**
     * Returns the schema after a statement. A statement that is not DDL, or cannot be parsed, changes nothing.
     *
     * @param sql the statement
     * @param identifiers the rules for names
     * @param schema the schema before the statement
     */
    public static Snapshot apply(String sql, Identifiers identifiers, Snapshot schema) {
        try {
            return new DdlReader(sql, identifiers).effect().apply(schema);
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            return schema;
        }
    }

    private UnaryOperator<Snapshot> effect() {
        if (cursor.take("create")) {
            return create();
        }
        if (cursor.take("alter")) {
            return alter();
        }
        if (cursor.take("comment", "on")) {
            return comment();
        }
        if (cursor.take("rename", "table")) {
            QualifiedName before = qualified();
            cursor.take("to");
            QualifiedName after = qualified();
            return renamed(before, after);
        }
        return cursor.take("drop") ? drop() : NOTHING;
    }

    private UnaryOperator<Snapshot> create() {
        while (takesAny("or", "replace", "global", "local", "temporary", "temp", "unlogged", "cached", "memory")) {
            continue;
        }
        if (cursor.take("table")) {
            cursor.take("if", "not", "exists");
            return createTable();
        }
        boolean unique = cursor.take("unique");
        while (takesAny("fulltext", "spatial", "clustered", "nonclustered")) {
            continue;
        }
        return cursor.take("index") ? createIndex(unique) : NOTHING;
    }

    private UnaryOperator<Snapshot> createTable() {
        Table table = new Table(qualified(), List.of(), List.of(), List.of(), null);
        if (!cursor.take("(")) {
            return schema -> schema.with(table);
        }
        Table read = table;
        while (!cursor.take(")")) {
            read = element(read);
            cursor.take(",");
        }
        while (cursor.hasNext()) {
            if (cursor.take("comment")) {
                cursor.take("=");
                read = read.withComment(cursor.word().text());
            } else {
                cursor.word();
            }
        }
        Table whole = read;
        return schema -> schema.with(whole);
    }

    /** Reads a column, constraint or index within {@code create table} or after {@code add}. */
    private Table element(Table table) {
        String name = cursor.take("constraint") && !atRule() ? cursor.name() : null;
        if (isIndexInside()) {
            return indexInside(table);
        }
        return atRule() ? rule(table, name, null) : column(table);
    }

    private boolean atRule() {
        return cursor.at("primary", "key")
                || cursor.at("unique")
                || cursor.at("check")
                || cursor.at("foreign", "key")
                || cursor.at("exclude")
                || cursor.at("references");
    }

    private boolean isIndexInside() {
        return cursor.at("key") || cursor.at("index") || cursor.at("fulltext") || cursor.at("spatial");
    }

    private Table indexInside(Table table) {
        while (takesAny("fulltext", "spatial", "key", "index")) {
            continue;
        }
        String name = cursor.at("(") ? "" : cursor.name();
        return table.indexed(new Index(name, parts(), false, null, null));
    }

    /** Reads a table constraint, or a constraint within the definition of the given column. */
    private Table rule(Table table, @Nullable String given, @Nullable String column) {
        if (cursor.take("primary", "key")) {
            List<String> columns = ruled(column);
            return with(table, new Constraint.PrimaryKey(given, columns));
        }
        if (cursor.take("unique")) {
            while (takesAny("key", "index", "nulls", "not", "distinct")) {
                continue;
            }
            String name = column != null || cursor.at("(") ? given : cursor.name();
            List<String> columns = ruled(column);
            return with(table, new Constraint.Unique(named(name, "unique", columns), columns));
        }
        if (cursor.take("check")) {
            String expression = cursor.parenthesized();
            return with(table, new Constraint.Check(named(given, "check", List.of(expression)), expression));
        }
        if (cursor.take("exclude")) {
            skipElement();
            return table;
        }
        cursor.take("foreign", "key");
        String name = column != null || cursor.at("(") ? given : cursor.name();
        List<String> columns = column == null ? cursor.names() : List.of(column);
        cursor.take("references");
        QualifiedName referenced = qualified();
        List<String> to = cursor.at("(") ? cursor.names() : List.of();
        Constraint.ForeignKey key = new Constraint.ForeignKey(
                named(name, "foreign", columns),
                columns,
                referenced,
                to,
                Constraint.Action.NO_ACTION,
                Constraint.Action.NO_ACTION,
                Constraint.Deferral.NOT_DEFERRABLE);
        return with(table, key);
    }

    private List<String> ruled(@Nullable String column) {
        return column == null ? cursor.names() : List.of(column);
    }

    private static String named(@Nullable String given, String sort, List<String> what) {
        return given == null ? "unnamed " + sort + " " + what : given;
    }

    private Table column(Table table) {
        Column column = new Column(cursor.name(), UNREAD);
        Table owner = table;
        String given = null;
        while (cursor.hasNext() && !cursor.at(",") && !cursor.at(")")) {
            if (cursor.take("constraint")) {
                given = cursor.name();
            } else if (atRule()) {
                owner = rule(owner, given, column.name());
            } else {
                column = property(column);
            }
        }
        Column read = column;
        List<Column> columns = new ArrayList<>(owner.columns());
        columns.removeIf(other -> other.name().equals(read.name()));
        columns.add(read);
        return owner.withColumns(columns);
    }

    private Column property(Column column) {
        if (cursor.take("default")) {
            return column.withDefault(defaultValue());
        }
        if (cursor.take("comment")) {
            return column.comment(cursor.word().text());
        }
        if (cursor.take("collate")) {
            return column.collation(cursor.name());
        }
        if (cursor.take("generated", "always", "as", "identity")) {
            return column.identityAlways();
        }
        if (cursor.take("autoincrement")) {
            return column.identityAlways();
        }
        if (cursor.take("as", "identity") || cursor.take("auto_increment") || cursor.take("identity")) {
            return column.identity();
        }
        if (cursor.at("(")) {
            cursor.parenthesized();
        } else {
            cursor.word();
        }
        return column;
    }

    private Default defaultValue() {
        int start = cursor.position();
        cursor.take("-");
        if (cursor.at("(")) {
            cursor.parenthesized();
        } else {
            cursor.word();
        }
        return new Default.Expression(cursor.textFrom(start));
    }

    private UnaryOperator<Snapshot> createIndex(boolean unique) {
        cursor.take("concurrently");
        cursor.take("if", "not", "exists");
        String name = cursor.at("on") ? "" : cursor.name();
        if (cursor.take("using")) {
            cursor.word();
        }
        cursor.take("on");
        cursor.take("only");
        QualifiedName table = qualified();
        boolean special = cursor.take("using");
        if (special) {
            cursor.word();
        }
        List<Index.Part> parts = parts();
        Index index = new Index(name, parts, unique, null, null);
        return schema -> schema.mapTable(table, found -> found.indexed(index));
    }

    private List<Index.Part> parts() {
        List<Index.Part> parts = new ArrayList<>();
        cursor.take("(");
        while (!cursor.take(")")) {
            String text = cursor.upToComma();
            List<StatementWord> words = StatementWord.of(text);
            boolean descending = words.get(words.size() - 1).is("desc");
            boolean column =
                    words.size() == (descending || words.get(words.size() - 1).is("asc") ? 2 : 1);
            parts.add(new Index.Part(
                    column ? new StatementCursor(text, identifiers).name() : text,
                    !column,
                    descending,
                    Index.Nulls.UNSPECIFIED));
            cursor.take(",");
        }
        return parts;
    }

    private UnaryOperator<Snapshot> alter() {
        if (cursor.take("index")) {
            cursor.take("if", "exists");
            String before = cursor.name();
            return cursor.take("rename", "to") ? renamedIndex(before, cursor.name()) : NOTHING;
        }
        if (!cursor.take("table")) {
            return NOTHING;
        }
        cursor.take("if", "exists");
        cursor.take("only");
        QualifiedName table = qualified();
        if (cursor.take("rename", "to") || cursor.take("rename", "as")) {
            QualifiedName after = qualified();
            return renamed(table, after.schema() == null ? table.withName(after.name()) : after);
        }
        List<UnaryOperator<Table>> changes = new ArrayList<>();
        do {
            changes.add(change());
            skipElement();
        } while (cursor.take(","));
        return schema -> schema.mapTable(table, found -> {
            Table changed = found;
            for (UnaryOperator<Table> change : changes) {
                changed = change.apply(changed);
            }
            return changed;
        });
    }

    private UnaryOperator<Table> change() {
        if (cursor.take("add")) {
            return added();
        }
        if (cursor.take("drop")) {
            return dropped();
        }
        if (cursor.take("rename")) {
            return renamedInside();
        }
        if (cursor.take("comment")) {
            cursor.take("=");
            String text = cursor.word().text();
            return table -> table.withComment(text.length() > 2 ? text : null);
        }
        if (cursor.take("modify") || cursor.take("change")) {
            cursor.take("column");
            Table read = column(empty());
            return table -> replaced(table, read);
        }
        if (cursor.take("alter")) {
            cursor.take("column");
            return altered(cursor.name());
        }
        return UnaryOperator.identity();
    }

    private UnaryOperator<Table> added() {
        cursor.take("column");
        cursor.take("if", "not", "exists");
        Table read = element(empty());
        return table -> {
            Table more = replaced(table, read);
            List<Constraint> constraints = new ArrayList<>(more.constraints());
            constraints.addAll(read.constraints());
            List<Index> indexes = new ArrayList<>(more.indexes());
            indexes.addAll(read.indexes());
            return more.withConstraints(constraints).withIndexes(indexes);
        };
    }

    private static Table replaced(Table table, Table read) {
        List<Column> columns = new ArrayList<>(table.columns());
        for (Column column : read.columns()) {
            columns.removeIf(other -> other.name().equals(column.name()));
            columns.add(column);
        }
        return table.withColumns(columns);
    }

    private static Table empty() {
        return new Table(new QualifiedName(null, "t"), List.of(), List.of(), List.of(), null);
    }

    private UnaryOperator<Table> dropped() {
        if (cursor.take("primary", "key")) {
            return table -> without(table, Constraint.PrimaryKey.class::isInstance);
        }
        boolean constraint = cursor.take("constraint") || cursor.take("check") || cursor.take("foreign", "key");
        boolean index = !constraint && (cursor.take("index") || cursor.take("key"));
        cursor.take("column");
        cursor.take("if", "exists");
        String name = cursor.name();
        if (constraint || index) {
            return table -> withoutNamed(table, name);
        }
        return table -> table.withColumns(table.columns().stream()
                .filter(column -> !column.name().equals(name))
                .toList());
    }

    private static Table withoutNamed(Table table, String name) {
        return without(table, constraint -> name.equals(constraint.name()))
                .withIndexes(table.indexes().stream()
                        .filter(index -> !index.name().equals(name))
                        .toList());
    }

    private static Table without(Table table, Predicate<Constraint> gone) {
        return table.withConstraints(
                table.constraints().stream().filter(gone.negate()).toList());
    }

    private UnaryOperator<Table> renamedInside() {
        boolean constraint = cursor.take("constraint");
        boolean index = cursor.take("index") || cursor.take("key");
        cursor.take("column");
        String before = cursor.name();
        cursor.take("to");
        String after = cursor.name();
        if (constraint || index) {
            return table -> namedOtherwise(table, before, after);
        }
        return table -> table.mapColumns(column -> column.name().equals(before) ? column.withName(after) : column);
    }

    private static Table namedOtherwise(Table table, String before, String after) {
        return table.withConstraints(table.constraints().stream()
                        .map(constraint -> before.equals(constraint.name()) ? constraint.named(after) : constraint)
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.name().equals(before) ? index.named(after) : index)
                        .toList());
    }

    private UnaryOperator<Table> altered(String name) {
        if (cursor.take("set", "default")) {
            Default value = defaultValue();
            return mapped(name, column -> column.withDefault(value));
        }
        if (cursor.take("drop", "default")) {
            return mapped(name, column -> column.withDefault(null));
        }
        if (cursor.take("rename", "to")) {
            String after = cursor.name();
            return mapped(name, column -> column.withName(after));
        }
        if (cursor.take("add", "generated", "always")) {
            return mapped(name, Column::identityAlways);
        }
        if (cursor.take("add", "generated")) {
            return mapped(name, Column::identity);
        }
        if (cursor.take("drop", "identity")) {
            return mapped(name, column -> column.withGeneration(null));
        }
        boolean collated = false;
        while (cursor.hasNext() && !cursor.at(",") && !collated) {
            collated = cursor.take("collate");
            if (!collated) {
                cursor.word();
            }
        }
        String collation = collated ? cursor.name() : null;
        return collation == null ? UnaryOperator.identity() : mapped(name, column -> column.collation(collation));
    }

    private static UnaryOperator<Table> mapped(String name, UnaryOperator<Column> change) {
        return table -> table.mapColumns(column -> column.name().equals(name) ? change.apply(column) : column);
    }

    private UnaryOperator<Snapshot> comment() {
        if (cursor.take("table")) {
            QualifiedName table = qualified();
            String text = commentText();
            return schema -> schema.mapTable(table, found -> found.withComment(text));
        }
        if (!cursor.take("column")) {
            return NOTHING;
        }
        List<String> names = new ArrayList<>(List.of(cursor.part()));
        while (cursor.take(".")) {
            names.add(cursor.part());
        }
        int last = names.size() - 1;
        if (last < 1) {
            return NOTHING;
        }
        QualifiedName table = new QualifiedName(last > 1 ? names.get(last - 2) : null, names.get(last - 1));
        String column = names.get(last);
        String text = commentText();
        return schema -> schema.mapTable(table, mapped(column, found -> found.comment(text))::apply);
    }

    private @Nullable String commentText() {
        cursor.take("is");
        String text = cursor.word().text();
        return text.equalsIgnoreCase("null") || text.equals("''") ? null : text;
    }

    private UnaryOperator<Snapshot> drop() {
        if (cursor.take("table")) {
            cursor.take("if", "exists");
            QualifiedName table = qualified();
            return schema -> schema.withoutTable(table);
        }
        if (!cursor.take("index")) {
            return NOTHING;
        }
        cursor.take("concurrently");
        cursor.take("if", "exists");
        String name = cursor.name();
        return schema -> schema.mapTables(table -> table.withIndexes(table.indexes().stream()
                .filter(index -> !index.name().equals(name))
                .toList()));
    }

    private static UnaryOperator<Snapshot> renamedIndex(String before, String after) {
        return schema -> schema.mapTables(table -> namedOtherwise(table, before, after));
    }

    private static UnaryOperator<Snapshot> renamed(QualifiedName before, QualifiedName after) {
        Function<Snapshot, Optional<Table>> find = schema -> schema.table(before);
        return schema -> find.apply(schema)
                .map(table -> schema.withoutTable(before).with(table.withName(after)))
                .orElse(schema);
    }

    private static Table with(Table table, Constraint constraint) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.add(constraint);
        return table.withConstraints(all);
    }

    private void skipElement() {
        while (cursor.hasNext() && !cursor.at(",") && !cursor.at(")")) {
            if (cursor.at("(")) {
                cursor.parenthesized();
            } else {
                cursor.word();
            }
        }
    }

    private boolean takesAny(String... words) {
        for (String word : words) {
            if (cursor.take(word)) {
                return true;
            }
        }
        return false;
    }

    private QualifiedName qualified() {
        String first = cursor.part();
        return cursor.take(".") ? new QualifiedName(first, cursor.part()) : new QualifiedName(null, first);
    }
}
