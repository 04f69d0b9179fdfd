package io.retort.internal.execute;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import io.retort.dialect.Locking;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.FailureCause;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.OtherSession;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;

/**
 * A lock that is a row with the name of the lock holder's session. If that session no longer exists, another one takes
 * the row over; a compare-and-set makes sure that only one does. The table exists only while the lock is held.
 */
final class LeaseLock implements DatabaseLock {

    private final Locking.Lease lease;
    private final String table;
    private final String owner;
    private final JdbcQueries questions;
    private final Dialect dialect;

    /**
     * @param lease the queries
     * @param table the table of the row, in SQL
     * @param owner the name of this session
     * @param questions queries the database
     * @param dialect interprets the error codes
     */
    LeaseLock(Locking.Lease lease, String table, String owner, JdbcQueries questions, Dialect dialect) {
        this.lease = lease;
        this.table = table;
        this.owner = owner;
        this.questions = questions;
        this.dialect = dialect;
    }

    static LeaseLock of(Locking.Lease lease, String table, JdbcQueries questions, Dialect dialect) throws SQLException {
        return new LeaseLock(lease, table, questions.text(lease.self()).orElseThrow(), questions, dialect);
    }

    /** Inserts first, because creating the table waits for open transactions on products whose DDL does. */
    @Override
    public boolean take() throws SQLException {
        if (insert()) {
            return true;
        }
        Optional<String> other = other();
        if (other.isEmpty()) {
            create();
            return insert();
        }
        return isOwn(other.get()) || isDead(other.get()) && takeOver(other.get());
    }

    /** The response to an insert can be lost, and a pooled session can find the row that its last run has left. */
    private boolean isOwn(String name) {
        return owner.equals(name);
    }

    private boolean insert() {
        try {
            return questions.change("insert into " + table + " (id, owner) values (1, '" + owner + "')") == 1;
        } catch (SQLException taken) {
            return false;
        }
    }

    /**
     * Another run may create or drop the table, or change the catalog, at the same time; the next attempt finds the
     * result.
     */
    private void create() throws SQLException {
        try {
            questions.run("create table if not exists " + table + " (id integer not null, owner varchar(200) not null,"
                    + " primary key (id))");
        } catch (SQLTransientException catalogIsLocked) {
            return;
        } catch (SQLException e) {
            if (other().isEmpty()) {
                throw new RetortException(
                        "Cannot create the table " + table + " for the migration lock: " + e.getMessage(),
                        FailureCause.of(e, dialect).error() == DatabaseError.READ_ONLY
                                ? Advice.of(
                                        "The database is read-only. Connect to the primary instead of a replica, or make the server"
                                                + " writable.")
                                : Advice.of(
                                        "Grant the database user the privilege to create tables, or set another schema with ",
                                        Advice.setting("schema"),
                                        "."),
                        e);
            }
        }
    }

    /** A failed query means that the table is gone, if it fails again. */
    private boolean ownsRow() {
        try {
            return row().filter(owner::equals).isPresent();
        } catch (SQLException goneOrFailed) {
            return held();
        }
    }

    private Optional<String> row() throws SQLException {
        return questions.text("select owner from " + table + " where id = 1");
    }

    private Optional<String> other() {
        try {
            return row();
        } catch (SQLException gone) {
            return Optional.empty();
        }
    }

    private boolean isDead(String name) throws SQLException {
        return !questions.sessionNames(lease.sessions()).contains(name);
    }

    private boolean takeOver(String dead) throws SQLException {
        return questions.change(
                        "update " + table + " set owner = '" + owner + "' where id = 1 and owner = '" + dead + "'")
                == 1;
    }

    @Override
    public List<OtherSession> holders() throws SQLException {
        Optional<String> other = other();
        return other.isEmpty()
                ? List.of()
                : questions.session(lease.sessions(), other.get()).stream().toList();
    }

    /** A failed query counts as no, because the table may be gone. */
    @Override
    public boolean held() {
        return other().filter(owner::equals).isPresent();
    }

    /** While another session changes the catalog the table may stay, but not the row: a pooled session lives on. */
    @Override
    public void release() throws SQLException {
        if (!ownsRow()) {
            return;
        }
        try {
            questions.run("drop table " + table);
        } catch (SQLTransientException catalogIsLocked) {
            questions.change("delete from " + table + " where id = 1 and owner = '" + owner + "'");
        }
    }
}
