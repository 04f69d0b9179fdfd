package io.retort.internal.dialect.sqlite;

import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlValues;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Default;
import io.retort.schema.Index;
import io.retort.sql.SqlSyntax;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The clauses of SQLite. */
final class SqliteClauses extends AnsiClauses {

    private static final Pattern NUMBER = Pattern.compile("(?i)[+-]?[0-9.]+(e[+-]?[0-9]+)?");

    private static final Set<String> TIMES = Set.of("current_time", "current_date", "current_timestamp");

    private static final Set<String> CONSTANTS = Set.of("null", "true", "false");

    private final SqliteKeyOptions keys;

    SqliteClauses(SqlNaming words) {
        this(words, SqliteKeyOptions.NONE);
    }

    /** For the parts of a table whose options say more of its keys. */
    SqliteClauses(SqlNaming words, SqliteKeyOptions keys) {
        super(words);
        this.keys = keys;
    }

    @Override
    protected String nullability(Column column) {
        return super.nullability(column) + (column.nullable() ? "" : keys.ofNotNull(column.name()));
    }

    @Override
    protected String primaryKey(Constraint.PrimaryKey key) {
        return keys.of("primary key", key.columns(), words).orElseGet(() -> super.primaryKey(key));
    }

    /** Whether a default is the same for every row; only then can a column be added to existing rows. */
    static boolean isConstant(Default value) {
        return value instanceof Default.Literal
                || value instanceof Default.Expression expression && isConstant(expression.sql());
    }

    /** An identity column is an alias of the row id, which requires exactly this type name. */
    @Override
    public String definition(Column column) {
        return column.generation() instanceof Identity identity ? counting(column, identity) : super.definition(column);
    }

    private String counting(Column column, Identity identity) {
        if (identity.start() != 1 || identity.increment() != 1) {
            throw words.cannot(
                    "count up " + column.name() + " in any way other than 1, 2, 3",
                    "Write .identity(), or .identityAlways() for numbers that are never used again.");
        }
        String conflict = keys.ofPrimaryKey(column.name());
        return identity.always() ? "integer primary key" + conflict + " autoincrement" : "integer";
    }

    @Override
    public String value(Column column, Default value) {
        String text = super.value(column, value);
        boolean plain = isConstant(text) || isWord(text, TIMES) || SqlValues.isEnclosed(text, SqlSyntax.STANDARD);
        return plain ? text : "(" + text + ")";
    }

    private static boolean isConstant(String text) {
        return NUMBER.matcher(text).matches() || isWord(text, CONSTANTS) || isString(text);
    }

    private static boolean isWord(String text, Set<String> words) {
        return words.contains(text.toLowerCase(Locale.ROOT));
    }

    /** A string, or bytes: {@code x'00ff'}. */
    private static boolean isString(String text) {
        SqlLexer lexer = new SqlLexer(text, SqlSyntax.STANDARD);
        boolean string = lexer.advance() && (!lexer.is("x") || lexer.advance()) && lexer.kind() == SqlLexer.Kind.STRING;
        return string && !lexer.isUnclosed() && lexer.end() == text.length();
    }

    @Override
    protected String unique(Constraint.Unique unique) {
        refusals.nullsEqual(unique);
        return keys.of("unique", unique.columns(), words).orElseGet(() -> super.unique(unique));
    }

    /** A foreign key stays in its database file, and does not name it. */
    @Override
    protected String foreignKey(ForeignKey key) {
        return super.foreignKey(key.references(key.referencedTable().withoutSchema(), key.referencedColumns()));
    }

    @Override
    protected String deferral(Constraint constraint, Deferral deferral) {
        if (deferral == Deferral.NOT_DEFERRABLE || constraint instanceof ForeignKey) {
            return super.deferral(constraint, deferral);
        }
        throw words.cannot(
                "defer " + constraint.description() + ": it defers foreign keys only", "Leave out .deferred(...).");
    }

    @Override
    protected String nulls(Index index, Index.Nulls nulls) {
        return refusals.nulls(index, nulls, "it always sorts nulls first");
    }
}
