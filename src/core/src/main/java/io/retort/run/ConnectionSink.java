package io.retort.run;

import io.retort.operation.Statement;
import io.retort.run.prepare.PreparedStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Sends statements to a database. */
public final class ConnectionSink implements Sink {

    private final Connection connection;
    private final boolean transactionalDdl;
    private boolean inTransaction;
    private int accepted;

    /**
     * A sink for a connection whose auto-commit is on; it stays the caller's to close.
     *
     * @param transactionalDdl whether the database can roll back a change to a schema
     */
    public ConnectionSink(Connection connection, boolean transactionalDdl) {
        this.connection = connection;
        this.transactionalDdl = transactionalDdl;
    }

    @Override
    public void begin(PreparedStep step) {
        inTransaction = step.transactional() && transactionalDdl;
        accepted = 0;
    }

    @Override
    public void accept(Statement statement) throws Exception {
        if (connection.getAutoCommit() == inTransaction) {
            connection.setAutoCommit(!inTransaction);
        }
        if (statement instanceof Statement.Work work) {
            work.code().run(connection);
        } else {
            execute((Statement.Sql) statement);
        }
        accepted++;
    }

    /** Sends SQL at once, outside any step. */
    public void execute(List<Statement> statements) throws SQLException {
        for (Statement statement : statements) {
            execute((Statement.Sql) statement);
        }
    }

    private void execute(Statement.Sql sql) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(sql.text());
            int changed = jdbc.getUpdateCount();
            if (sql.expectedRows() != Statement.Sql.ANY && changed != sql.expectedRows()) {
                throw new UnexpectedRowsException(sql.expectedRows(), changed);
            }
        }
    }

    @Override
    public void open() {
        inTransaction = true;
    }

    @Override
    public void commit() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
            connection.setAutoCommit(true);
        }
        inTransaction = false;
    }

    @Override
    public void end(PreparedStep step) throws SQLException {
        if (inTransaction && !connection.getAutoCommit()) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public boolean fail(PreparedStep step) {
        boolean rollsBack = inTransaction && transactionalDdl;
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            inTransaction = false;
            return accepted == 0 || rollsBack;
        } catch (SQLException e) {
            return false;
        }
    }
}
