package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.internal.lint.rule.SqlAction;
import io.retort.internal.lint.rule.SqlAction.Kind;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one action of an {@code alter table}. */
final class AlterTableReader {

    /** Actions that change the catalog only, and for a moment. */
    private static final Set<String> HARMLESS = Set.of("comment", "algorithm", "lock", "auto_increment");

    private static final SqlType UNKNOWN_TYPE = SqlType.other("?");

    private final Dialect dialect;
    private final Supplier<Snapshot> schema;
    private final QualifiedName table;

    AlterTableReader(Dialect dialect, Supplier<Snapshot> schema, QualifiedName table) {
        this.dialect = dialect;
        this.schema = schema;
        this.table = table;
    }

    /** Returns what an action does; empty if its form is not known. */
    Optional<ReadStatement> read(String action) {
        TokenCursor cursor = new TokenCursor(action, dialect.syntax(), Integer.MAX_VALUE);
        String verb = cursor.take().text().toLowerCase(Locale.ROOT);
        if (HARMLESS.contains(verb)) {
            return Optional.of(ReadStatement.HARMLESS);
        }
        return switch (verb) {
            case "add" -> add(cursor, action);
            case "drop" -> drop(cursor);
            case "alter" -> alterColumn(cursor, action);
            case "modify", "change" -> action(Kind.CHANGE_TYPE);
            case "rename" -> rename(cursor);
            case "validate" -> Optional.of(ReadStatement.HARMLESS);
            case "detach" ->
                action.toLowerCase(Locale.ROOT).contains("concurrently")
                        ? Optional.of(ReadStatement.HARMLESS)
                        : action(Kind.DETACH_PARTITION);
            case "convert" -> action(Kind.CONVERT_CHARACTER_SET);
            case "set" -> cursor.peek().is("(") ? Optional.of(ReadStatement.HARMLESS) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<ReadStatement> action(Kind kind) {
        return Optional.of(ReadStatement.of(new SqlAction(kind, table)));
    }

    private Optional<ReadStatement> add(TokenCursor cursor, String action) {
        String name = StatementReader.UNNAMED;
        if (cursor.take("constraint")) {
            QualifiedName given = cursor.peek().is("check") || cursor.peek().is("foreign") ? null : cursor.name();
            name = given == null ? StatementReader.UNNAMED : given.name();
        }
        if (cursor.take("check")) {
            return constraint(new Constraint.Check(name, "..."), action);
        }
        if (cursor.take("foreign", "key")) {
            return foreignKey(name, cursor, action);
        }
        if (cursor.take("primary", "key")) {
            return cursor.take("using", "index")
                    ? primaryKeyOf(cursor.name())
                    : constraint(new Constraint.PrimaryKey(name, StatementReader.names(cursor)), action);
        }
        if (cursor.take("exclude")) {
            return action(Kind.EXCLUSION);
        }
        if (cursor.take("unique")) {
            return unique(cursor, name, action);
        }
        return other(cursor, action);
    }

    /** Sets the columns of the index {@code not null}, which reads every row unless they are. */
    private Optional<ReadStatement> primaryKeyOf(@Nullable QualifiedName index) {
        Optional<Index> known = index == null
                ? Optional.empty()
                : indexes().stream()
                        .filter(each -> each.name().equals(dialect.identifiers().canonical(index.name())))
                        .findFirst();
        if (known.isEmpty()) {
            return action(Kind.UNKNOWN);
        }
        ReadStatement all = ReadStatement.HARMLESS;
        for (Index.Part part : known.get().parts()) {
            Column column = column(part.text());
            if (column == null || column.nullable()) {
                Column before = column == null ? new Column(part.text(), UNKNOWN_TYPE) : column;
                all = all.and(ReadStatement.of(
                        new ColumnOperation.Alter(table, before.withNullable(true), before.withNullable(false))));
            }
        }
        return Optional.of(all);
    }

    private List<Index> indexes() {
        return schema.get()
                .table(dialect.identifiers().canonical(table))
                .map(Table::indexes)
                .orElse(List.of());
    }

    private Optional<ReadStatement> unique(TokenCursor cursor, String name, String action) {
        if (cursor.take("using", "index")) {
            return Optional.of(ReadStatement.HARMLESS);
        }
        boolean index = cursor.take("index") || cursor.take("key");
        QualifiedName given = cursor.peek().isName() ? cursor.name() : null;
        List<String> columns = StatementReader.names(cursor);
        String called = given == null ? name : given.name();
        return index
                ? Optional.of(ReadStatement.of(new IndexOperation.Create(table, new Index(called, columns).asUnique())))
                : constraint(new Constraint.Unique(called, columns), action);
    }

    private Optional<ReadStatement> foreignKey(String constraint, TokenCursor cursor, String action) {
        QualifiedName given = cursor.peek().isName() ? cursor.name() : null;
        String name = given == null ? constraint : given.name();
        List<String> columns = StatementReader.names(cursor);
        if (!cursor.take("references")) {
            return Optional.empty();
        }
        QualifiedName parent = cursor.name();
        return parent == null
                ? Optional.empty()
                : constraint(StatementReader.key(name, parent, columns, StatementReader.names(cursor)), action);
    }

    private Optional<ReadStatement> constraint(Constraint constraint, String action) {
        return Optional.of(StatementReader.added(table, constraint, isNotValid(action)));
    }

    private boolean isNotValid(String action) {
        TokenCursor cursor = new TokenCursor(action, dialect.syntax(), Integer.MAX_VALUE);
        while (!cursor.atEnd()) {
            if (cursor.take("not", "valid")) {
                return true;
            }
            cursor.take();
        }
        return false;
    }

    private Optional<ReadStatement> other(TokenCursor cursor, String action) {
        for (String method : List.of("fulltext", "spatial", "")) {
            boolean given = method.isEmpty() || cursor.take(method);
            if (given && (cursor.take("index") || cursor.take("key"))) {
                QualifiedName name = cursor.peek().isName() ? cursor.name() : null;
                Index index =
                        new Index(name == null ? StatementReader.UNNAMED : name.name(), StatementReader.names(cursor));
                return Optional.of(ReadStatement.of(
                        new IndexOperation.Create(table, method.isEmpty() ? index : index.using(method))));
            }
        }
        cursor.take("column");
        cursor.take("if", "not", "exists");
        return cursor.peek().isName()
                ? Optional.of(new ColumnReader(dialect, schema, table).read(cursor, action))
                : Optional.empty();
    }

    private Optional<ReadStatement> drop(TokenCursor cursor) {
        if (cursor.take("primary", "key")) {
            return Optional.of(
                    ReadStatement.of(new ConstraintOperation.Drop(table, new Constraint.PrimaryKey(null, List.of()))));
        }
        if (cursor.take("index") || cursor.take("key")) {
            QualifiedName index = cursor.name();
            return Optional.ofNullable(index)
                    .map(name ->
                            ReadStatement.of(new IndexOperation.Drop(table, new Index(name.name(), List.of()), false)));
        }
        if (cursor.take("constraint") || cursor.take("foreign", "key") || cursor.take("check")) {
            cursor.take("if", "exists");
            return Optional.ofNullable(cursor.name())
                    .map(name -> ReadStatement.of(new ConstraintOperation.Drop(table, name.name())));
        }
        cursor.take("column");
        cursor.take("if", "exists");
        return Optional.ofNullable(cursor.name())
                .map(name -> ReadStatement.of(new ColumnOperation.Drop(table, name.name(), null)));
    }

    private Optional<ReadStatement> rename(TokenCursor cursor) {
        if (cursor.take("to") || cursor.take("as")) {
            return Optional.ofNullable(cursor.name())
                    .map(name -> ReadStatement.of(new TableOperation.Rename(table, table.withName(name.name()))));
        }
        if (cursor.take("constraint") || cursor.take("index") || cursor.take("key")) {
            return Optional.of(ReadStatement.HARMLESS);
        }
        cursor.take("column");
        QualifiedName before = cursor.name();
        boolean to = cursor.take("to");
        QualifiedName after = cursor.name();
        return before == null || after == null || !to
                ? Optional.empty()
                : Optional.of(ReadStatement.of(new ColumnOperation.Rename(table, before.name(), after.name())));
    }

    private Optional<ReadStatement> alterColumn(TokenCursor cursor, String action) {
        cursor.take("column");
        QualifiedName typed = cursor.name();
        if (typed == null) {
            return Optional.empty();
        }
        String name = typed.name();
        @Nullable Column known = column(name);
        Column column = known == null ? new Column(name, UNKNOWN_TYPE) : known;
        if (cursor.take("set", "not", "null")) {
            return altered(column.withNullable(true), column.withNullable(false));
        }
        if (cursor.take("drop", "not", "null") || cursor.take("set", "default")) {
            return Optional.of(ReadStatement.HARMLESS);
        }
        if (cursor.take("drop", "default")) {
            return known == null ? Optional.of(ReadStatement.HARMLESS) : altered(known, known.withDefault(null));
        }
        if (cursor.take("type") || cursor.take("set", "data", "type")) {
            int start = cursor.peek().start();
            return otherType(known, action.substring(start).strip());
        }
        return Optional.empty();
    }

    private Optional<ReadStatement> otherType(@Nullable Column known, String type) {
        Optional<SqlType> read = dialect.readType(type.toLowerCase(Locale.ROOT));
        return known == null || read.isEmpty() ? action(Kind.CHANGE_TYPE) : altered(known, known.withType(read.get()));
    }

    private Optional<ReadStatement> altered(Column before, Column after) {
        return Optional.of(ReadStatement.of(new ColumnOperation.Alter(table, before, after)));
    }

    private @Nullable Column column(String name) {
        return schema.get().table(dialect.identifiers().canonical(table)).map(Table::columns).orElse(List.of()).stream()
                .filter(column -> dialect.identifiers().sameColumn(column.name(), name))
                .findFirst()
                .orElse(null);
    }
}
