package io.retort.run.prepare;

import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.revision.plan.Step;
import io.retort.run.session.TransactionControl;
import io.retort.sql.SqlSyntax;
import io.retort.sql.TokenCursor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses statements that begin or end transactions, because Retort commits a revision together with its row. */
final class TransactionWords {

    private static final int LOOKED_AT = 16;

    /** The words that can follow. Any other word makes a different statement: a block, or a rollback to a savepoint. */
    private static final Set<String> FOLLOWING = Set.of(
            "work",
            "transaction",
            "tran",
            "and",
            "no",
            "chain",
            "release",
            "prepared",
            "immediate",
            "deferred",
            "exclusive",
            "isolation",
            "level",
            "serializable",
            "repeatable",
            "read",
            "committed",
            "uncommitted",
            "only",
            "write",
            "not",
            "deferrable",
            "with",
            "consistent",
            "snapshot",
            ",",
            ";");

    private TransactionWords() {}

    static void refuse(Step step, List<Statement> statements, SqlSyntax syntax) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Sql sql
                    && (endsTransaction(sql.text(), syntax) || TransactionControl.is(sql.text()))) {
                throw refused(step, sql.text().strip());
            }
        }
    }

    private static boolean endsTransaction(String sql, SqlSyntax syntax) {
        TokenCursor cursor = new TokenCursor(sql, syntax, LOOKED_AT);
        boolean word = cursor.take("begin")
                || cursor.take("start", "transaction")
                || cursor.take("commit")
                || cursor.take("rollback")
                || cursor.take("abort")
                || cursor.take("end");
        while (word && !cursor.atEnd()) {
            word = FOLLOWING.contains(cursor.take().text().toLowerCase(Locale.ROOT));
        }
        return word;
    }

    private static RetortException refused(Step step, String text) {
        boolean transactional = step.revision().transactional();
        return new RetortException(
                "Revision " + step.revision().describe() + " in "
                        + step.revision().location() + " says \"" + text
                        + "\", and runs "
                        + (transactional
                                ? "in a transaction that Retort begins and commits."
                                : "outside a transaction: Retort commits each statement with a note about it.")
                        + " Nothing was run.",
                transactional
                        ? "Leave the statement out. If the revision must not run in one transaction, say so:"
                                + " -- transactional: false, or @Revision(transactional = false)."
                        : "Leave the statement out. What must be committed together belongs in a revision of its own that"
                                + " runs in a transaction.");
    }
}
