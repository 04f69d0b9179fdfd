package io.retort.internal.state;

import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hand-written SQL whose effect on the schema no revision declares. It is not interpreted: the objects that it names
 * are unknown from then on.
 */
final class UndeclaredSql {

    private static final int HEAD = 24;

    /** The beginning of the block in which a revision of Retort checks rows on PostgreSQL. */
    private static final String GUARD = "$retort$ begin if exists (select ";

    /** Statements that begin with one of these words change rows, rights or the session, but no table. */
    private static final Set<String> HARMLESS = Set.of(
            "insert",
            "update",
            "delete",
            "merge",
            "replace",
            "select",
            "with",
            "values",
            "set",
            "reset",
            "grant",
            "revoke",
            "analyze",
            "vacuum",
            "comment",
            "explain",
            "show",
            "use",
            "lock",
            "refresh",
            "notify",
            "pragma",
            "copy",
            "start",
            "begin",
            "commit",
            "truncate",
            "reindex",
            "optimize",
            "checkpoint",
            "script",
            "load");

    /** Objects that a snapshot does not contain. */
    private static final Set<String> OUTSIDE = Set.of(
            "view",
            "materialized",
            "function",
            "procedure",
            "aggregate",
            "trigger",
            "event",
            "extension",
            "policy",
            "rule",
            "role",
            "user",
            "schema",
            "database",
            "statistics",
            "publication",
            "subscription",
            "collation",
            "cast",
            "operator",
            "server",
            "constant",
            "alias",
            "domain");

    /** Words between {@code create} and the kind of object. */
    private static final Set<String> MODIFIERS = Set.of(
            "or",
            "replace",
            "global",
            "local",
            "temporary",
            "temp",
            "unlogged",
            "cached",
            "memory",
            "recursive",
            "force",
            "definer",
            "algorithm",
            "sql",
            "security",
            "constraint",
            "event",
            "undefined",
            "merge",
            "temptable",
            "invoker",
            "external",
            "if",
            "not",
            "exists");

    private UndeclaredSql() {}

    /** Returns whether a statement cannot change a table, sequence or enum type. */
    static boolean isHarmless(String sql, SqlSyntax syntax) {
        TokenCursor cursor = new TokenCursor(sql, syntax, HEAD);
        String verb = word(cursor.take());
        if (verb.isEmpty() || HARMLESS.contains(verb) || verb.equals("do") && isGuard(cursor.peek())) {
            return true;
        }
        if (!Set.of("create", "drop", "alter").contains(verb)) {
            return false;
        }
        while (!cursor.atEnd() && !OUTSIDE.contains(word(cursor.peek())) && MODIFIERS.contains(word(cursor.peek()))) {
            cursor.take();
        }
        return OUTSIDE.contains(word(cursor.peek()));
    }

    /** Retort writes a check of rows as a block of its own. */
    private static boolean isGuard(SqlToken body) {
        return body.text().startsWith(GUARD);
    }

    /** Returns the objects that a statement names: those of the schema, and the table that it creates. */
    static Set<QualifiedName> named(String sql, SqlSyntax syntax, Snapshot schema) {
        Set<String> words = SqlToken.of(sql, syntax).stream()
                .map(UndeclaredSql::bare)
                .flatMap(text -> Stream.of(text.split("[^\\p{L}\\p{N}_$]+")))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<QualifiedName> named = Stream.of(
                        schema.tables().stream().map(Table::name),
                        schema.sequences().stream().map(Sequence::name),
                        schema.enumTypes().stream().map(type -> type.name()))
                .flatMap(names -> names)
                .filter(name ->
                        words.contains(Identifier.parse(name.name()).text().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        created(new TokenCursor(sql, syntax, HEAD), named);
        return named;
    }

    private static void created(TokenCursor cursor, Set<QualifiedName> named) {
        if (!cursor.take("create")) {
            renamed(cursor, named);
            return;
        }
        while (MODIFIERS.contains(word(cursor.peek()))) {
            cursor.take();
        }
        if (cursor.take("table") || cursor.take("sequence") || cursor.take("type")) {
            cursor.take("if", "not", "exists");
            add(cursor, named);
        }
    }

    /** A renamed table is unknown by its new name, too. */
    private static void renamed(TokenCursor cursor, Set<QualifiedName> named) {
        while (!cursor.atEnd()) {
            if (cursor.take("rename", "to")) {
                add(cursor, named);
                return;
            }
            cursor.take();
        }
    }

    private static void add(TokenCursor cursor, Set<QualifiedName> named) {
        QualifiedName name = cursor.name();
        if (name != null) {
            named.add(name);
        }
    }

    private static String word(SqlToken token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private static String bare(SqlToken token) {
        return token.text();
    }
}
