package io.retort.internal.state;

import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.sql.SqlSyntax;
import java.util.Locale;
import java.util.Set;

/**
 * Hand-written SQL whose effect on the schema no revision declares. It is not interpreted: the objects that it names
 * are unknown from then on.
 */
final class UndeclaredSql {

    /** The beginning of the block in which a revision of Retort checks rows on PostgreSQL. */
    private static final String GUARD = "$retort$ begin if exists (select ";

    /** Statements that begin with one of these words change rows. Some of them can also create a table. */
    private static final Set<String> ROWS = Set.of(
            "insert", "update", "delete", "merge", "replace", "select", "with", "values", "explain", "copy", "load");

    /** Statements that begin with one of these words change rights, the session or storage, but no table. */
    private static final Set<String> HARMLESS = Set.of(
            "set",
            "reset",
            "grant",
            "revoke",
            "analyze",
            "vacuum",
            "show",
            "use",
            "lock",
            "refresh",
            "notify",
            "pragma",
            "start",
            "commit",
            "truncate",
            "reindex",
            "optimize",
            "checkpoint",
            "script");

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
            "statistics",
            "publication",
            "subscription",
            "collation",
            "cast",
            "operator",
            "server",
            "constant",
            "alias");

    private final NamedObjects objects;

    private UndeclaredSql(NamedObjects objects) {
        this.objects = objects;
    }

    /**
     * Returns the tables, sequences and enum types that a statement can change, and those that it can create.
     *
     * @param sql the statement
     * @param syntax how the database reads it
     * @param schema the schema before it
     */
    static Set<QualifiedName> changed(String sql, SqlSyntax syntax, Snapshot schema) {
        return new UndeclaredSql(new NamedObjects(SqlToken.of(sql, syntax), syntax, schema))
                .changed(new TokenCursor(sql, syntax));
    }

    private Set<QualifiedName> changed(TokenCursor cursor) {
        String verb = word(cursor.take());
        boolean isForOther = verb.equals("set") && cursor.take("statement"); // set statement … for <statement>
        if (HARMLESS.contains(verb) && !isForOther || verb.equals("do") && isGuard(cursor.peek())) {
            return Set.of();
        }
        if (ROWS.contains(verb)) {
            return objects.createdByQuery();
        }
        if (verb.equals("comment")) {
            return cursor.take("on", "table") || cursor.take("on", "column") ? objects.mentioned() : Set.of();
        }
        return Set.of("create", "drop", "alter").contains(verb) ? defined(verb, cursor) : objects.all();
    }

    private Set<QualifiedName> defined(String verb, TokenCursor cursor) {
        while (!OUTSIDE.contains(word(cursor.peek())) && NamedObjects.isModifier(cursor.peek())) {
            cursor.take();
        }
        String kind = word(cursor.take());
        if (OUTSIDE.contains(kind)) {
            return Set.of();
        }
        if (!kind.equals("schema") && !kind.equals("database")) {
            return objects.all();
        }
        return verb.equals("create") ? objects.created() : objects.inSchemas();
    }

    /** Retort writes a check of rows as a block of its own. */
    private static boolean isGuard(SqlToken body) {
        return body.text().startsWith(GUARD);
    }

    private static String word(SqlToken token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
