package io.retort.internal.execute;

import io.retort.dialect.Locking;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.OtherSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A lock by the product's lock functions, on the connection that runs the migration. */
final class FunctionLock implements DatabaseLock {

    private final Locking.Functions functions;
    private final JdbcQueries questions;

    FunctionLock(Locking.Functions functions, JdbcQueries questions) {
        this.functions = functions;
        this.questions = questions;
    }

    @Override
    public boolean take() throws SQLException {
        return questions.truth(functions.take()).orElseThrow(FunctionLock::shared);
    }

    @Override
    public List<OtherSession> holders() throws SQLException {
        return questions.sessions(functions.holder());
    }

    @Override
    public void beginWaiting() throws SQLException {
        questions.run(functions.waiting().begin());
    }

    @Override
    public void endWaiting() throws SQLException {
        questions.run(functions.waiting().end());
    }

    @Override
    public Optional<List<OtherSession>> waiting() throws SQLException {
        return Optional.of(questions.sessions(functions.waiting().sessions()));
    }

    @Override
    public boolean held() throws SQLException {
        return questions.truth(functions.held()).orElse(false);
    }

    @Override
    public void release() throws SQLException {
        questions.run(functions.release());
    }

    private static RetortException shared() {
        return new RetortException(
                "Another run already holds the migration lock in the database session of this connection."
                        + " A pooler that shares one session among runs causes this (PgBouncer with pool_mode = transaction).",
                Advice.of(
                        "Connect Retort directly to the database, not through the pooler: set ",
                        Advice.setting("url"),
                        ", or use a pooler in session mode."));
    }
}
