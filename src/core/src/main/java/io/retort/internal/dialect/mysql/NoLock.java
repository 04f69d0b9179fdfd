package io.retort.internal.dialect.mysql;

import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Appends {@code lock=none}, with which the server refuses a change that would block writes, instead of copying the table.
 *
 * @param inner adapts the statement without the clause; null to send it unchanged
 */
record NoLock(Statement.@Nullable Adaptation inner) implements Statement.Adaptation {

    private static final String CLAUSE = "lock=none";
    private static final String ALTER = "alter table ";

    /** Returns the statements, each with the clause. */
    static List<Statement> on(List<Statement> statements) {
        return statements.stream()
                .<Statement>map(statement -> on(statement.requireSql()))
                .toList();
    }

    private static Statement.Sql on(Statement.Sql sql) {
        Statement.Sql guarded = new Statement.Sql(guarded(sql.text()), sql.transactional(), sql.expectedRows());
        return sql.adaptation() == null ? guarded : guarded.adapted(new NoLock(sql.adaptation()));
    }

    private static String guarded(String text) {
        return text + (isAlter(text) ? ", " : " ") + CLAUSE;
    }

    static boolean isAlter(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith(ALTER);
    }

    /** A constraint that the server does not have is dropped by a statement that is no {@code alter table}. */
    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        if (inner == null) {
            return text;
        }
        String adapted = inner.adapt(bare(text), connection);
        return isAlter(adapted) ? guarded(adapted) : adapted;
    }

    @Override
    public String adaptAfter(List<Operation> before, String text, Connection connection) throws SQLException {
        if (inner == null) {
            return text;
        }
        String adapted = inner.adaptAfter(before, bare(text), connection);
        return isAlter(adapted) ? guarded(adapted) : adapted;
    }

    @Override
    public String inFile(String text) {
        return inner == null ? text : guarded(inner.inFile(bare(text)));
    }

    private static String bare(String text) {
        return text.substring(0, text.length() - CLAUSE.length() - (isAlter(text) ? 2 : 1));
    }
}
