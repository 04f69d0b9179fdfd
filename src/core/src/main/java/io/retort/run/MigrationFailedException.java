package io.retort.run;

import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import io.retort.run.prepare.PreparedOperation;
import io.retort.run.prepare.PreparedStep;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A statement of a migration failed. The message is one block: what failed, what is done, what is not started. */
public final class MigrationFailedException extends RetortException {

    private static final int SHOWN = 2000;

    private final transient RevisionInfo revision;
    private final boolean rolledBack;

    MigrationFailedException(Progress progress, boolean rolledBack, Exception cause) {
        super(report(progress, rolledBack, cause), action(progress, rolledBack), cause);
        this.revision = progress.step().revision();
        this.rolledBack = rolledBack;
    }

    /** The revision that failed. */
    public RevisionInfo revision() {
        return revision;
    }

    /** Whether everything that the failing revision did was undone. */
    public boolean rolledBack() {
        return rolledBack;
    }

    private static String report(Progress progress, boolean rolledBack, Exception cause) {
        PreparedStep step = progress.step();
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add("Revision " + step.revision().describe() + " failed while "
                + (step.isUpgrade() ? "upgrading" : "downgrading") + ".");
        lines.add(where(progress));
        lines.add("  the database says  " + words(cause));
        lines.add("  of this revision   " + rest(progress, rolledBack));
        lines.add("  done before it     " + names(progress.before()));
        lines.add("  not started        " + names(progress.after()));
        return lines.toString();
    }

    private static String where(Progress progress) {
        PreparedOperation operation = progress.operation();
        if (operation == null) {
            return "  operation          none: noting the revision, or the commit";
        }
        Statement statement = progress.statement();
        return "  operation " + progress.operationNumber() + " of "
                + progress.step().operations().size() + "   "
                + operation.operation().describe() + System.lineSeparator() + "  statement "
                + progress.statementNumber() + " of "
                + operation.statements().size() + "   " + (statement == null ? "" : text(statement));
    }

    private static String words(Exception cause) {
        String message = String.valueOf(cause.getMessage()).strip();
        return cause instanceof SQLException sql
                ? message + (sql.getSQLState() == null ? "" : " [" + sql.getSQLState() + "]")
                : cause.getClass().getName() + ": " + message;
    }

    private static String rest(Progress progress, boolean rolledBack) {
        if (rolledBack) {
            return "nothing is left: it was rolled back";
        }
        return progress.doneStatements().stream()
                .map(MigrationFailedException::text)
                .collect(Collectors.joining(
                        System.lineSeparator() + "                     ",
                        progress.doneStatements().size() + " statements stay done, the database cannot roll them back:"
                                + System.lineSeparator() + "                     ",
                        ""));
    }

    private static String names(List<PreparedStep> steps) {
        return steps.isEmpty()
                ? "nothing"
                : steps.stream().map(s -> s.revision().describe()).collect(Collectors.joining(", "));
    }

    private static String text(Statement statement) {
        if (statement instanceof Statement.Work work) {
            return "work \"" + work.name() + "\"";
        }
        String text = ((Statement.Sql) statement).text();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }

    private static String action(Progress progress, boolean rolledBack) {
        String command = progress.step().isUpgrade() ? "mvn migrate:upgrade" : "mvn migrate:downgrade";
        String again = "Correct " + progress.step().revision().location() + " and run it again: " + command + ".";
        return rolledBack ? again : "Undo the statements that stay done, or take them out of the revision. " + again;
    }
}
