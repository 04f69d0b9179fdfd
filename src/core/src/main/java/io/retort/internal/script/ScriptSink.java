package io.retort.internal.script;

import io.retort.dialect.Dialect;
import io.retort.internal.execute.Sink;
import io.retort.operation.Statement;
import io.retort.run.FailureOutcome.ConnectionAfterFailure;
import io.retort.run.PreparedStep;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a script for the product's own client. */
public final class ScriptSink implements Sink {

    private final StringBuilder script;
    private final Dialect dialect;
    private @Nullable PreparedStep current;

    /**
     * Creates a sink that appends to a text.
     *
     * @param script the text
     * @param dialect the product; if it can roll back DDL, each transactional step is a transaction
     */
    public ScriptSink(StringBuilder script, Dialect dialect) {
        this.script = script;
        this.dialect = dialect;
    }

    /** Writes the beginning of the script. */
    public void open() {
        dialect.scriptFormat().header().ifPresent(script::append);
    }

    /** Writes SQL outside any step. */
    public void write(List<Statement> statements) {
        statements.forEach(statement -> statement(statement.requireSql().terminated()));
    }

    @Override
    public void begin(PreparedStep step) {
        current = step;
        line(ScriptText.title(step));
        if (step.rebuilds()) {
            dialect.sessions().rebuilding().forEach(setting -> statement(setting.write() + setting.value() + ";"));
        }
        if (inTransaction(step)) {
            statement(dialect.scriptFormat().begin() + ";");
        }
    }

    @Override
    public void accept(Statement statement) {
        PreparedStep step = Objects.requireNonNull(current, "a step begins before its statements");
        statement(ScriptText.sql(statement, step, dialect.scriptFormat()).terminated());
    }

    @Override
    public void end(PreparedStep step) {
        if (inTransaction(step)) {
            statement(dialect.scriptFormat().commit() + ";");
        }
        line("");
    }

    @Override
    public ConnectionAfterFailure fail(PreparedStep step) {
        return ConnectionAfterFailure.NOTHING_SENT;
    }

    private boolean inTransaction(PreparedStep step) {
        return dialect.transactionalDdl() && step.transactional();
    }

    private void statement(String terminated) {
        script.append(dialect.scriptFormat().line(terminated));
    }

    private void line(String text) {
        script.append(text).append('\n');
    }
}
