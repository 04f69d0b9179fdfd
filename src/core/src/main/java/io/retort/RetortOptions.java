package io.retort;

import io.retort.run.TransactionScope;
import io.retort.run.database.AppliedTable;
import io.retort.run.patience.DdlTimeouts;
import io.retort.schema.QualifiedName;
import java.time.Duration;

/**
 * Everything that can be set about Retort itself.
 *
 * @param table what the table of revisions is called, with its schema if that is not the connection's own
 * @param lockTimeout how long a run waits for another run to end
 * @param ddl how long its statements wait for the application's locks, and run
 * @param transaction what one transaction holds
 * @param allowNewer whether a database may have revisions that the application does not know
 * @param silenceTimeout how long the database may be silent, unless it is working on a statement; zero for ever
 */
public record RetortOptions(
        QualifiedName table,
        Duration lockTimeout,
        DdlTimeouts ddl,
        TransactionScope transaction,
        boolean allowNewer,
        Duration silenceTimeout) {

    /** What holds where nothing is set. */
    public static final RetortOptions STANDARD = new RetortOptions(
            QualifiedName.parse(AppliedTable.DEFAULT_NAME),
            Duration.ofMinutes(5),
            DdlTimeouts.STANDARD,
            TransactionScope.REVISION,
            false,
            Duration.ofMinutes(1));

    public RetortOptions withTable(QualifiedName other) {
        return new RetortOptions(other, lockTimeout, ddl, transaction, allowNewer, silenceTimeout);
    }

    public RetortOptions withLockTimeout(Duration other) {
        return new RetortOptions(table, other, ddl, transaction, allowNewer, silenceTimeout);
    }

    public RetortOptions withDdl(DdlTimeouts other) {
        return new RetortOptions(table, lockTimeout, other, transaction, allowNewer, silenceTimeout);
    }

    public RetortOptions withTransaction(TransactionScope other) {
        return new RetortOptions(table, lockTimeout, ddl, other, allowNewer, silenceTimeout);
    }

    public RetortOptions withAllowNewer(boolean other) {
        return new RetortOptions(table, lockTimeout, ddl, transaction, other, silenceTimeout);
    }

    public RetortOptions withSilenceTimeout(Duration other) {
        return new RetortOptions(table, lockTimeout, ddl, transaction, allowNewer, other);
    }
}
