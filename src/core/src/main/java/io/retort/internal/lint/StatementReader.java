package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.lint.rule.SqlAction;
import io.retort.internal.lint.rule.SqlAction.Kind;
import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlSplitter;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads hand-written SQL of the usual forms. It reads what rules need, not whole statements. */
final class StatementReader {

    /** Statements that wait for no table and change rows only one by one. */
    private static final Set<String> HARMLESS = Set.of(
            "insert", "set", "reset", "grant", "revoke", "comment", "show", "use", "notify", "pragma", "start", "begin",
            "commit");

    private static final Set<String> READING = Set.of("select", "values", "analyze", "explain");

    /** Words before a parenthesis that call no function, and functions that change no rows and wait for no table. */
    private static final Set<String> HARMLESS_CALLS = Set.of(
            "all",
            "and",
            "any",
            "as",
            "avg",
            "by",
            "case",
            "cast",
            "coalesce",
            "concat",
            "generate_series",
            "count",
            "current_setting",
            "currval",
            "distinct",
            "else",
            "except",
            "exists",
            "filter",
            "from",
            "group_concat",
            "greatest",
            "if",
            "ifnull",
            "in",
            "intersect",
            "join",
            "lastval",
            "least",
            "length",
            "lower",
            "max",
            "min",
            "nextval",
            "not",
            "now",
            "nullif",
            "on",
            "or",
            "over",
            "pg_get_serial_sequence",
            "replace",
            "select",
            "set_config",
            "setval",
            "some",
            "string_agg",
            "substring",
            "sum",
            "then",
            "to_regclass",
            "trim",
            "union",
            "upper",
            "using",
            "values",
            "when",
            "where");

    /** Words with which a select or explain locks or changes rows. */
    private static final Set<String> WRITING =
            Set.of("for", "lock", "into", "insert", "update", "delete", "merge", "truncate");

    private static final Set<String> ROUTINES = Set.of("procedure", "function", "trigger", "event");

    /** The beginning of the block in which a revision of Retort checks rows on PostgreSQL. */
    private static final String GUARD = "$retort$ begin if exists (select ";

    /** The name of a constraint or index that the statement does not name. */
    static final String UNNAMED = "unnamed";

    private final Dialect dialect;
    private final Supplier<Snapshot> schema;

    StatementReader(Dialect dialect, Supplier<Snapshot> schema) {
        this.dialect = dialect;
        this.schema = schema;
    }

    /**
     * Returns what each statement of a text does; empty for one whose form is not known.
     *
     * @param sql one statement, or several with semicolons between them
     */
    List<Optional<ReadStatement>> readAll(String sql) {
        boolean several =
                SqlToken.of(sql, dialect.syntax()).stream().anyMatch(token -> token.kind() == SqlLexer.Kind.SEMICOLON);
        if (!several || isRoutine(sql)) {
            return List.of(read(sql));
        }
        try {
            return SqlSplitter.split(sql, dialect.syntax(), "").stream()
                    .map(statement -> read(statement.text()))
                    .toList();
        } catch (RetortException e) {
            return List.of(Optional.empty());
        }
    }

    /** Where the body of a routine has no quotes, its semicolons do not end the statement, and nothing can follow it. */
    private boolean isRoutine(String sql) {
        TokenCursor cursor = cursor(sql);
        boolean body = dialect.syntax().has(Feature.DELIMITER) && cursor.take("create");
        while (body && !cursor.atEnd()) {
            SqlToken token = cursor.take();
            if (ROUTINES.stream().anyMatch(token::is)) {
                return true;
            }
            body = !token.is("(") && token.kind() != SqlLexer.Kind.SEMICOLON;
        }
        return false;
    }

    /** Returns what a statement does; empty if its form is not known. */
    private Optional<ReadStatement> read(String sql) {
        TokenCursor cursor = cursor(sql);
        String verb = cursor.take().text().toLowerCase(Locale.ROOT);
        if (verb.isEmpty() || HARMLESS.contains(verb) || verb.equals("do") && isGuard(cursor)) {
            return Optional.of(ReadStatement.HARMLESS);
        }
        if (READING.contains(verb)) {
            return isReading(verb, cursor) ? Optional.of(ReadStatement.HARMLESS) : Optional.empty();
        }
        return switch (verb) {
            case "update", "delete", "truncate", "merge" -> new RowChangeReader(dialect, schema).read(verb, cursor);
            case "create" -> create(cursor);
            case "drop" -> drop(cursor);
            case "alter" -> alter(cursor, sql);
            case "reindex" -> reindex(cursor);
            default -> Optional.empty();
        };
    }

    /** Explain runs a statement only with {@code analyze}. */
    private static boolean isReading(String verb, TokenCursor cursor) {
        boolean runs = !verb.equals("explain");
        boolean writes = false;
        while (!cursor.atEnd()) {
            SqlToken token = cursor.take();
            runs |= token.is("analyze");
            boolean call = token.isName() && cursor.peek().is("(");
            writes |= WRITING.stream().anyMatch(token::is)
                    || call && !HARMLESS_CALLS.contains(token.text().toLowerCase(Locale.ROOT));
        }
        return !runs || !writes;
    }

    private TokenCursor cursor(String sql) {
        return new TokenCursor(sql, dialect.syntax(), Integer.MAX_VALUE);
    }

    private static boolean isGuard(TokenCursor cursor) {
        return cursor.peek().text().startsWith(GUARD);
    }

    /** Reads a list of names; empty if one of them is not known. */
    static Optional<ReadStatement> each(TokenCursor cursor, Function<QualifiedName, ReadStatement> effect) {
        ReadStatement all = ReadStatement.HARMLESS;
        do {
            cursor.take("only");
            QualifiedName name = cursor.name();
            if (name == null) {
                return Optional.empty();
            }
            cursor.take("*");
            all = all.and(effect.apply(name));
        } while (cursor.take(","));
        return Optional.of(all);
    }

    private Optional<ReadStatement> reindex(TokenCursor cursor) {
        boolean online = cursor.peek().is("(") && names(cursor).stream().anyMatch("concurrently"::equalsIgnoreCase);
        boolean index = cursor.take("index");
        boolean known = index || cursor.take("table");
        online |= cursor.take("concurrently");
        QualifiedName name = cursor.name();
        if (!known || name == null) {
            return Optional.empty();
        }
        QualifiedName table = index ? owner(name.name()).orElse(name) : name;
        return Optional.of(online ? ReadStatement.HARMLESS : ReadStatement.of(new SqlAction(Kind.REINDEX, table)));
    }

    private Optional<ReadStatement> create(TokenCursor cursor) {
        boolean replaces = cursor.take("or", "replace");
        if (cursor.take("unique")) {
            return cursor.take("index") ? createIndex(cursor, true, "") : Optional.empty();
        }
        if (cursor.take("index")) {
            return createIndex(cursor, false, "");
        }
        for (String method : List.of("fulltext", "spatial")) {
            if (cursor.take(method)) {
                return cursor.take("index") ? createIndex(cursor, false, method) : Optional.empty();
            }
        }
        if (cursor.take("trigger")) {
            return trigger(cursor);
        }
        if (cursor.take("table")) {
            return createTable(cursor);
        }
        Set<String> outside = Set.of(
                "view",
                "materialized",
                "function",
                "procedure",
                "extension",
                "sequence",
                "type",
                "domain",
                "schema",
                "role",
                "temporary",
                "temp",
                "event",
                "policy",
                "publication",
                "statistics");
        boolean known = outside.contains(cursor.peek().text().toLowerCase(Locale.ROOT));
        return known && !replaces ? Optional.of(ReadStatement.HARMLESS) : Optional.empty();
    }

    private static Optional<ReadStatement> trigger(TokenCursor cursor) {
        while (!cursor.atEnd() && !cursor.peek().is("on")) {
            cursor.take();
        }
        cursor.take("on");
        return Optional.ofNullable(cursor.name())
                .map(table -> ReadStatement.of(new SqlAction(Kind.CREATE_TRIGGER, table)));
    }

    private static Optional<ReadStatement> createTable(TokenCursor cursor) {
        cursor.take("if", "not", "exists");
        QualifiedName name = cursor.name();
        if (name == null) {
            return Optional.empty();
        }
        if (cursor.take("partition", "of")) {
            return Optional.ofNullable(cursor.name())
                    .map(parent -> ReadStatement.of(new SqlAction(Kind.PARTITION_OF, parent)));
        }
        List<Constraint> keys = new ArrayList<>();
        while (!cursor.atEnd()) {
            if (cursor.take("references")) {
                QualifiedName parent = cursor.name();
                if (parent != null) {
                    keys.add(key(UNNAMED, parent, List.of(), List.of()));
                }
            } else {
                cursor.take();
            }
        }
        Table table = Table.of(name, keys);
        return Optional.of(ReadStatement.of(new TableOperation.Create(table)));
    }

    static Constraint.ForeignKey key(String name, QualifiedName parent, List<String> columns, List<String> referenced) {
        return new Constraint.ForeignKey(
                name,
                columns,
                parent,
                referenced,
                Constraint.Action.NO_ACTION,
                Constraint.Action.NO_ACTION,
                Constraint.Deferral.NOT_DEFERRABLE);
    }

    private static Optional<ReadStatement> createIndex(TokenCursor cursor, boolean unique, String method) {
        boolean online = cursor.take("concurrently");
        cursor.take("if", "not", "exists");
        QualifiedName name = cursor.peek().is("on") ? new QualifiedName(null, UNNAMED) : cursor.name();
        if (name == null || !cursor.take("on")) {
            return Optional.empty();
        }
        cursor.take("only");
        QualifiedName table = cursor.name();
        if (table == null) {
            return Optional.empty();
        }
        while (!cursor.atEnd() && !cursor.peek().is("(")) {
            cursor.take();
        }
        Index index = new Index(name.name(), names(cursor)).using(method.isEmpty() ? null : method);
        return Optional.of(
                ReadStatement.of(new IndexOperation.Create(table, unique ? index.asUnique() : index, online)));
    }

    /** Reads names in parentheses; anything else in them is skipped. */
    static List<String> names(TokenCursor cursor) {
        List<String> names = new ArrayList<>();
        if (!cursor.take("(")) {
            return names;
        }
        int depth = 1;
        while (!cursor.atEnd() && depth > 0) {
            SqlToken token = cursor.take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 1 && token.isName()) {
                names.add(token.text());
            }
        }
        return names;
    }

    private Optional<ReadStatement> drop(TokenCursor cursor) {
        if (cursor.take("table")) {
            cursor.take("if", "exists");
            return each(cursor, table -> ReadStatement.of(new TableOperation.Drop(table, null)));
        }
        if (!cursor.take("index")) {
            return Optional.empty();
        }
        boolean online = cursor.take("concurrently");
        cursor.take("if", "exists");
        Optional<QualifiedName> table = ownerAfterOn(cursor);
        return each(
                cursor,
                index -> table.or(() -> owner(index.name()))
                        .map(owner -> ReadStatement.of(
                                new IndexOperation.Drop(owner, new Index(index.name(), List.of()), online)))
                        .orElseGet(() -> online
                                ? ReadStatement.HARMLESS
                                : ReadStatement.of(new SqlAction(Kind.DROP_INDEX, index))));
    }

    /** MySQL writes the table after the index. */
    private static Optional<QualifiedName> ownerAfterOn(TokenCursor cursor) {
        TokenCursor ahead = cursor.copy();
        ahead.name();
        return ahead.take("on") ? Optional.ofNullable(ahead.name()) : Optional.empty();
    }

    private Optional<QualifiedName> owner(String index) {
        String wanted = dialect.identifiers().canonical(index);
        return schema.get().tables().stream()
                .filter(table ->
                        table.indexes().stream().anyMatch(each -> each.name().equals(wanted)))
                .map(Table::name)
                .findFirst();
    }

    private Optional<ReadStatement> alter(TokenCursor cursor, String sql) {
        if (cursor.take("index")) {
            return Optional.of(ReadStatement.HARMLESS);
        }
        if (cursor.take("type")) {
            return addedConstant(cursor);
        }
        if (!cursor.take("table")) {
            return Optional.empty();
        }
        cursor.take("if", "exists");
        cursor.take("only");
        QualifiedName table = cursor.name();
        return table == null
                ? Optional.empty()
                : actions(table, sql, cursor.peek().start());
    }

    private static Optional<ReadStatement> addedConstant(TokenCursor cursor) {
        QualifiedName type = cursor.name();
        if (type == null || !cursor.take("add", "value")) {
            return Optional.empty();
        }
        cursor.take("if", "not", "exists");
        return Optional.of(
                ReadStatement.of(new TypeOperation.AddValue(type, cursor.take().text())));
    }

    /** The actions of an {@code alter table}, each of which must be known. */
    private Optional<ReadStatement> actions(QualifiedName table, String sql, int from) {
        AlterTableReader reader = new AlterTableReader(dialect, schema, table);
        ReadStatement all = ReadStatement.HARMLESS;
        for (String action : parts(sql.substring(from))) {
            Optional<ReadStatement> read = reader.read(action);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            all = all.and(read.get());
        }
        return Optional.of(all);
    }

    /** Splits a list at its commas outside parentheses. */
    private List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (SqlToken token : SqlToken.of(list, dialect.syntax())) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(list.substring(start, token.start()));
                start = token.end();
            }
        }
        parts.add(list.substring(start));
        return parts;
    }

    /** Returns the operation for a constraint. */
    static ReadStatement added(QualifiedName table, Constraint constraint, boolean notValid) {
        return ReadStatement.of(new ConstraintOperation.Add(table, constraint, notValid));
    }
}
