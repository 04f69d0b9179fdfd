package io.retort.run.script;

import io.retort.operation.Statement;
import io.retort.run.Sink;
import io.retort.run.prepare.PreparedStep;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes statements into a script that a database's own tool can run. */
public final class ScriptSink implements Sink {

    private final StringBuilder script;
    private final boolean transactionalDdl;
    private @Nullable PreparedStep current;

    /**
     * A sink that appends to a text.
     *
     * @param transactionalDdl whether the script puts each transactional step between {@code begin} and {@code commit}
     */
    public ScriptSink(StringBuilder script, boolean transactionalDdl) {
        this.script = script;
        this.transactionalDdl = transactionalDdl;
    }

    /** Writes SQL at once, outside any step. */
    public void write(List<Statement> statements) {
        statements.forEach(statement -> line(((Statement.Sql) statement).ended()));
    }

    @Override
    public void begin(PreparedStep step) {
        current = step;
        line(ScriptText.title(step));
        if (transactionalDdl && step.transactional()) {
            line("begin;");
        }
    }

    @Override
    public void accept(Statement statement) {
        PreparedStep step = Objects.requireNonNull(current, "a step begins before its statements");
        line(ScriptText.sql(statement, step).ended());
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
