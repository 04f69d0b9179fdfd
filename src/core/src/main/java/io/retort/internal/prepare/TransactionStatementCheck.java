package io.retort.internal.prepare;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.sql.TransactionControl;
import io.retort.operation.Statement;
import io.retort.revision.Plan.Step;
import io.retort.sql.SqlSyntax;
import java.util.List;

/** Refuses statements that begin or end transactions, because Retort commits a revision together with its row. */
final class TransactionStatementCheck {

    private TransactionStatementCheck() {}

    static void refuse(Step step, List<Statement> statements, SqlSyntax syntax) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Sql sql
                    && (TransactionControl.isIn(sql.text(), syntax)
                            || !step.revision().transactional() && TransactionControl.beginsIn(sql.text(), syntax))) {
                throw refusal(step, sql.text().strip());
            }
        }
    }

    private static RetortException refusal(Step step, String text) {
        boolean transactional = step.revision().transactional();
        return new RetortException(
                        "Revision " + step.revision().describe() + " in "
                                + step.revision().location() + " contains \"" + text
                                + "\", but it runs "
                                + (transactional
                                        ? "in a transaction that Retort begins and commits."
                                        : "outside a transaction: Retort commits each statement and records its progress.")
                                + " Nothing was run.",
                        transactional
                                ? "Remove the statement. If the revision must not run in one transaction, declare it:"
                                        + " -- transactional: false, or @Revision(transactional = false)."
                                : "Remove the statement. Put changes that must be committed together into a separate revision that"
                                        + " runs in a transaction.")
                .at(FailureLocation.inRevision(
                                step.revision().id(), step.revision().location(), 0)
                        .withStatement(text, 0));
    }
}
