package io.retort.run.prepare;

import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.revision.plan.Step;
import java.util.List;
import java.util.regex.Pattern;

/** Statements that would end the transaction in which a revision and the note about it run together. */
final class TransactionWords {

    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\s*(?:begin|start\\s+transaction|commit|rollback|abort|end)"
                    + "(?:\\s+(?:work|transaction|tran|and|no|chain|release|prepared|immediate|deferred|exclusive))*\\s*;?\\s*");

    private TransactionWords() {}

    static void refuse(Step step, List<Statement> statements) {
        if (!step.revision().transactional()) {
            return;
        }
        for (Statement statement : statements) {
            if (statement instanceof Statement.Sql sql
                    && WORDS.matcher(sql.text()).matches()) {
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
}
