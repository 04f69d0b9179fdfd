package io.retort.run.prepare;

import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.revision.plan.Step;
import io.retort.sql.SqlSyntax;
import io.retort.sql.TokenCursor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Statements that would end the transaction in which a revision and the note about it run together. */
final class TransactionWords {

    private static final int LOOKED_AT = 16;

    /** What may follow; anything else makes another statement of it: a block, or the way back to a savepoint. */
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
        if (!step.revision().transactional()) {
            return;
        }
        for (Statement statement : statements) {
            if (statement instanceof Statement.Sql sql && endsTransaction(sql.text(), syntax)) {
                throw new RetortException(
                        "Revision " + step.revision().describe() + " in "
                                + step.revision().location() + " says \""
                                + sql.text().strip() + "\", and runs in a transaction that Retort begins and commits."
                                + " Nothing was run.",
                        "Leave the statement out. If the revision must not run in one transaction, say so:"
                                + " -- transactional: false, or @Revision(transactional = false).");
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
}
