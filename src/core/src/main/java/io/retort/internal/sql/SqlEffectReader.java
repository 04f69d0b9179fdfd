package io.retort.internal.sql;

import io.retort.error.RetortException;
import io.retort.internal.sql.SqlEffect.Kind;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what hand-written SQL of the usual forms does to rows, columns and names of tables. */
public final class SqlEffectReader {

    /** Statements that delete no row and overwrite no value. */
    private static final Set<String> HARMLESS = Set.of(
            "", "select", "values", "create", "comment", "grant", "revoke", "set", "reset", "show", "use", "analyze",
            "vacuum", "pragma", "reindex", "lock", "start", "commit", "notify");

    /** Words that change which rows a condition selects, or that follow it. */
    private static final Set<String> AFTER_CONDITION =
            Set.of("order", "limit", "offset", "fetch", "returning", "option", "union", "from");

    /** What an {@code alter table … drop} drops besides columns. */
    private static final Set<String> CONSTRAINTS = Set.of("constraint", "primary", "foreign", "check");

    /** Words that can stand before a parenthesis in a condition and change nothing. */
    private static final Set<String> READING = Set.of(
            "and",
            "or",
            "not",
            "in",
            "exists",
            "any",
            "some",
            "all",
            "between",
            "is",
            "like",
            "when",
            "then",
            "else",
            "case",
            "select",
            "distinct",
            "where",
            "from",
            "join",
            "on",
            "having",
            "as",
            "by",
            "values",
            "abs",
            "avg",
            "cast",
            "ceil",
            "ceiling",
            "char_length",
            "coalesce",
            "concat",
            "count",
            "date",
            "extract",
            "floor",
            "greatest",
            "least",
            "length",
            "lower",
            "ltrim",
            "max",
            "min",
            "mod",
            "nullif",
            "octet_length",
            "replace",
            "round",
            "rtrim",
            "substr",
            "substring",
            "sum",
            "trim",
            "upper",
            "year",
            "month",
            "day");

    /** Words of a condition that take a number of a sequence, lock rows, or set a variable. */
    private static final Set<String> WRITING = Set.of("next", "nextval", "for", "into", "@");

    private final String sql;
    private final SqlSyntax syntax;
    private final TokenCursor cursor;

    private SqlEffectReader(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
        this.cursor = new TokenCursor(sql, syntax);
    }

    /**
     * Returns what a text does.
     *
     * @param sql one statement, or several with semicolons between them
     * @param syntax how the database reads it
     * @return nothing if it deletes and overwrites nothing
     */
    public static List<SqlEffect> read(String sql, SqlSyntax syntax) {
        boolean several = SqlToken.of(sql, syntax).stream().anyMatch(token -> token.kind() == SqlLexer.Kind.SEMICOLON);
        if (!several) {
            return new SqlEffectReader(sql, syntax).statement();
        }
        try {
            return SqlSplitter.split(sql, syntax, "").stream()
                    .flatMap(each -> new SqlEffectReader(each.text(), syntax).statement().stream())
                    .toList();
        } catch (RetortException e) {
            return unread();
        }
    }

    private static List<SqlEffect> unread() {
        return List.of(SqlEffect.of(Kind.UNREAD, null));
    }

    private List<SqlEffect> statement() {
        String verb = cursor.take().text().toLowerCase(Locale.ROOT);
        return switch (verb) {
            case "delete" -> delete();
            case "update" -> update();
            case "truncate" -> truncate();
            case "insert", "replace" -> insert(verb.equals("replace"));
            case "merge" -> merge();
            case "drop" -> drop();
            case "alter" -> alter();
            case "rename" -> cursor.take("table") ? renameTable(cursor.name()) : unread();
            case "with" -> with();
            default -> HARMLESS.contains(verb) ? List.of() : unread();
        };
    }

    private List<SqlEffect> with() {
        boolean writes = List.of("delete", "update", "insert", "merge").stream().anyMatch(cursor::has);
        return writes ? unread() : List.of();
    }

    private List<SqlEffect> delete() {
        boolean from = cursor.take("from");
        cursor.take("only");
        QualifiedName table = cursor.name();
        if (table == null || cursor.peek().is(",") || !from && cursor.has("from")) {
            return unread();
        }
        return List.of(SqlEffect.rows(Kind.DELETE, table, List.of(), selection()));
    }

    private List<SqlEffect> truncate() {
        cursor.take("table");
        List<SqlEffect> effects = new ArrayList<>();
        do {
            cursor.take("only");
            QualifiedName table = cursor.name();
            if (table == null) {
                return unread();
            }
            cursor.take("*");
            effects.add(SqlEffect.rows(Kind.DELETE, table, List.of(), RowSelection.ALL));
        } while (cursor.take(","));
        if (cursor.has("cascade")) {
            effects.addAll(unread());
        }
        return effects;
    }

    private List<SqlEffect> update() {
        if (cursor.take("or")) {
            cursor.take();
        }
        cursor.take("only");
        QualifiedName table = cursor.name();
        boolean plain = cursor.peek().is("set");
        while (!cursor.atEnd() && !cursor.peek().is("set")) {
            if (cursor.peek().is(",") || cursor.take().is("join")) {
                return unread();
            }
        }
        if (table == null || !cursor.take("set")) {
            return unread();
        }
        List<String> columns = assigned();
        RowSelection selection = selection();
        return List.of(SqlEffect.rows(Kind.UPDATE, table, columns, plain ? selection : RowSelection.UNKNOWN));
    }

    /** Returns the assigned columns; none if one of them is not known. */
    private List<String> assigned() {
        List<String> columns = new ArrayList<>();
        boolean known = true;
        do {
            boolean list = cursor.take("(");
            do {
                QualifiedName column = cursor.name();
                known &= column != null;
                columns.add(column == null ? "" : column.name());
            } while (list && cursor.take(","));
            skipTo(Set.of(",", "where", "from", "order", "limit", "returning"));
        } while (cursor.take(","));
        return known ? columns : List.of();
    }

    /** Skips tokens up to one of these words outside parentheses. */
    private void skipTo(Set<String> words) {
        int depth = 0;
        boolean distinct = false;
        while (!cursor.atEnd()) {
            SqlToken token = cursor.peek();
            if (depth <= 0 && !distinct && words.stream().anyMatch(token::is)) {
                return;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            distinct = token.is("distinct");
            cursor.take();
        }
    }

    private RowSelection selection() {
        if (cursor.atEnd()) {
            return RowSelection.ALL;
        }
        if (!cursor.take("where")) {
            return RowSelection.UNKNOWN;
        }
        int start = cursor.peek().start();
        skipTo(AFTER_CONDITION);
        return cursor.atEnd() && cursor.position() > start
                ? selection(sql.substring(start, cursor.position()), syntax)
                : RowSelection.UNKNOWN;
    }

    /**
     * Returns the rows of a condition. Counting them runs the condition, so it is not known if it calls a function that
     * could change something.
     *
     * @param condition the condition, without {@code where}
     * @param syntax how the database reads it
     */
    public static RowSelection selection(String condition, SqlSyntax syntax) {
        List<SqlToken> tokens = SqlToken.of(condition, syntax);
        for (int at = 0; at < tokens.size(); at++) {
            if (isCall(tokens, at) || WRITING.stream().anyMatch(tokens.get(at)::is)) {
                return RowSelection.UNKNOWN;
            }
        }
        return RowSelection.where(condition);
    }

    private static boolean isCall(List<SqlToken> tokens, int at) {
        boolean opens = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
        return opens
                && tokens.get(at).isName()
                && !READING.contains(tokens.get(at).text().toLowerCase(Locale.ROOT));
    }

    /** An insert that replaces a row with the same key overwrites its values. */
    private List<SqlEffect> insert(boolean replaces) {
        boolean overwrites = replaces || cursor.take("or", "replace");
        while (!cursor.atEnd() && !cursor.take("into") && !replaces) {
            cursor.take();
        }
        QualifiedName table = cursor.name();
        overwrites |= cursor.has("duplicate") || cursor.has("conflict") && cursor.has("update");
        if (!overwrites) {
            return List.of();
        }
        return table == null ? unread() : List.of(SqlEffect.rows(Kind.UPDATE, table, List.of(), RowSelection.UNKNOWN));
    }

    private List<SqlEffect> merge() {
        cursor.take("into");
        QualifiedName table = cursor.name();
        if (table == null) {
            return unread();
        }
        SqlEffect update = SqlEffect.rows(Kind.UPDATE, table, List.of(), RowSelection.UNKNOWN);
        return cursor.has("delete")
                ? List.of(update, SqlEffect.rows(Kind.DELETE, table, List.of(), RowSelection.UNKNOWN))
                : List.of(update);
    }

    private List<SqlEffect> drop() {
        if (cursor.takeAny("schema", "database", "owned")) {
            return unread();
        }
        if (!cursor.take("table")) {
            // with a type or a domain, its columns are dropped
            return cursor.has("cascade") ? unread() : List.of();
        }
        cursor.take("if", "exists");
        List<SqlEffect> effects = new ArrayList<>();
        do {
            QualifiedName table = cursor.name();
            effects.add(SqlEffect.of(table == null ? Kind.OTHER_SCHEMA : Kind.DROP_TABLE, table));
        } while (cursor.take(","));
        return effects;
    }

    private List<SqlEffect> alter() {
        if (!cursor.take("table")) {
            return List.of();
        }
        cursor.take("if", "exists");
        cursor.take("only");
        QualifiedName table = cursor.name();
        if (cursor.take("rename")) {
            return cursor.peek().is("to") ? renameTable(table) : renameColumn(table);
        }
        if (cursor.take("drop")) {
            return dropInTable(table);
        }
        boolean adds = cursor.take("add")
                && !List.of("drop", "alter", "modify", "change", "rename").stream()
                        .anyMatch(cursor::has);
        return List.of(SqlEffect.of(adds ? Kind.CONSTRAINT : Kind.OTHER_SCHEMA, table));
    }

    private List<SqlEffect> renameTable(@Nullable QualifiedName table) {
        boolean to = cursor.take("to");
        QualifiedName after = cursor.name();
        return to && after != null && table != null && cursor.atEnd()
                ? List.of(new SqlEffect(
                        Kind.RENAME_TABLE, table, List.of(), RowSelection.UNKNOWN, inSchemaOf(table, after)))
                : List.of(SqlEffect.of(Kind.OTHER_SCHEMA, table));
    }

    private static String inSchemaOf(QualifiedName table, QualifiedName after) {
        return (after.schema() == null ? table.withName(after.name()) : after).toString();
    }

    private List<SqlEffect> renameColumn(@Nullable QualifiedName table) {
        if (cursor.takeAny("constraint", "index", "key")) {
            return List.of();
        }
        cursor.take("column");
        QualifiedName before = cursor.name();
        boolean to = cursor.take("to");
        QualifiedName after = cursor.name();
        return to && before != null && after != null && cursor.atEnd()
                ? List.of(new SqlEffect(
                        Kind.RENAME_COLUMN, table, List.of(before.name()), RowSelection.UNKNOWN, after.name()))
                : List.of(SqlEffect.of(Kind.OTHER_SCHEMA, table));
    }

    private List<SqlEffect> dropInTable(@Nullable QualifiedName table) {
        if (CONSTRAINTS.stream().anyMatch(cursor.peek()::is)) {
            boolean alone = !cursor.has(",");
            return List.of(SqlEffect.of(alone ? Kind.CONSTRAINT : Kind.OTHER_SCHEMA, table));
        }
        boolean index = !cursor.take("column")
                && (cursor.peek().is("index") || cursor.peek().is("key"));
        cursor.take("if", "exists");
        QualifiedName column = cursor.name();
        cursor.takeAny("cascade", "restrict");
        return index || column == null || !cursor.atEnd()
                ? List.of(SqlEffect.of(Kind.OTHER_SCHEMA, table))
                : List.of(SqlEffect.of(Kind.DROP_COLUMN, table, column.name()));
    }
}
