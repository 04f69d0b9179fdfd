package io.retort.run;

import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import java.util.List;

/** Writes statements into a script that a database's own tool can run. */
public final class ScriptSink implements Sink {

    private final StringBuilder script;
    private final boolean transactionalDdl;
    private RevisionInfo revision = new RevisionInfo("", List.of(), List.of(), List.of(), "", null, true, "");

    /**
     * A sink that appends to a text.
     *
     * @param transactionalDdl whether the script puts each transactional step between {@code begin} and {@code commit}
     */
    public ScriptSink(StringBuilder script, boolean transactionalDdl) {
        this.script = script;
        this.transactionalDdl = transactionalDdl;
    }

    @Override
    public void begin(PreparedStep step) {
        revision = step.revision();
        String verb = step.isUpgrade() ? "upgrade " : "downgrade ";
        line("-- " + verb + step.revision().describe().replaceAll("\\R", " "));
        if (transactionalDdl && step.transactional()) {
            line("begin;");
        }
    }

    @Override
    public void accept(Statement statement) {
        if (statement instanceof Statement.Work work) {
            throw new RetortException(
                    "A script cannot hold the work \"" + work.name() + "\" of revision " + revision.describe() + " in "
                            + revision.location() + ": it is Java code.",
                    "Write a script for the revisions before it and one for those after it (-Dtarget=a:b), and run the"
                            + " revision itself with mvn migrate:upgrade.");
        }
        line(((Statement.Sql) statement).text() + ";");
    }

    @Override
    public void end(PreparedStep step) {
        if (transactionalDdl && step.transactional()) {
            line("commit;");
        }
        line("");
    }

    @Override
    public boolean fail(PreparedStep step) {
        return true;
    }

    private void line(String text) {
        script.append(text).append('\n');
    }
}
