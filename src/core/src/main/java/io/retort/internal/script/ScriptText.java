package io.retort.internal.script;

import io.retort.dialect.ScriptFormat;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import io.retort.operation.Statement;
import io.retort.revision.AdoptionMark;
import io.retort.run.PreparedStep;

/** The text that all kinds of scripts share. */
final class ScriptText {

    private ScriptText() {}

    /** Returns the comment above a step. */
    static String title(PreparedStep step) {
        String verb = step.isUpgrade() ? "upgrade " : "downgrade ";
        AdoptionMark adopts = step.revision().adopts();
        String title = "-- " + verb + PrintableText.line(step.revision().describe());
        return adopts == null || !step.isUpgrade()
                ? title
                : title + "\n-- Only for a database without these tables: where "
                        + (adopts.origin() == AdoptionMark.Origin.SCHEMA
                                ? "they exist"
                                : adopts.describe() + " has created them")
                        + ", upgrade records this revision as applied.";
    }

    /**
     * Returns the SQL of a statement.
     *
     * @throws RetortException if it is Java code without SQL for a script, or the client would split it
     */
    static Statement.Sql sql(Statement statement, PreparedStep step, ScriptFormat words) {
        return statement.accept(new Scripted(step, words));
    }

    private record Scripted(PreparedStep step, ScriptFormat words)
            implements Statement.Visitor<Statement.Sql, RuntimeException> {

        @Override
        public Statement.Sql sql(Statement.Sql sql) {
            if (words.wouldSplit(sql.text())) {
                throw new RetortException(
                        "A script cannot contain a statement of revision "
                                + step.revision().describe() + " in "
                                + step.revision().location() + ": it has a line \"" + words.separator()
                                + "\", where the tool that runs the script would split it.",
                        Advice.of(
                                "Put the word on the same line as another, or run the revision itself with ",
                                Advice.command("upgrade"),
                                "."));
            }
            return sql;
        }

        @Override
        public Statement.Sql backfill(Statement.Backfill backfill) {
            return backfill.inScript();
        }

        @Override
        public Statement.Sql work(Statement.Work work) {
            if (work.inScript() != null) {
                return work.inScript();
            }
            throw new RetortException(
                    "A script cannot contain the work \"" + work.name() + "\" of revision "
                            + step.revision().describe() + " in "
                            + step.revision().location() + ": it is Java code.",
                    Advice.of(
                            "Write a script for the revisions before it and one for those after it (",
                            Advice.target("a:b"),
                            "), and run the revision itself with ",
                            Advice.command("upgrade"),
                            "."));
        }
    }
}
