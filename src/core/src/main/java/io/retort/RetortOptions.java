package io.retort;

import io.retort.internal.database.HistoryTable;
import io.retort.run.AheadPolicy;
import io.retort.run.BackfillThrottle;
import io.retort.run.DdlTimeouts;
import io.retort.run.TransactionScope;
import io.retort.schema.QualifiedName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@link Retort}. Start from {@link #STANDARD} and change what differs.
 *
 * <pre>{@code
 * RetortOptions options = RetortOptions.STANDARD
 *         .withTable(QualifiedName.parse("admin.retort_revision"))
 *         .withLockTimeout(Duration.ofMinutes(10));
 * }</pre>
 *
 * @param table the name of the history table; without a schema it is in the connection's current schema
 * @param lockTimeout how long a run waits for the migration lock
 * @param ddl how long statements wait for locks of other sessions, and how long they may run
 * @param transaction how many revisions one transaction contains
 * @param ahead what to do with a database that has revisions which the history does not contain
 * @param silenceTimeout how long the database may leave a request unanswered while it does not work on it; zero for no
 *     limit
 * @param existing how runs treat a database that had tables before its first revision
 * @param keepUndo whether to store the downgrade of each applied revision in the history table
 * @param online what an upgrade does with lint findings about its pending revisions
 * @param throttle makes backfills wait before their next batch
 */
public record RetortOptions(
        QualifiedName table,
        Duration lockTimeout,
        DdlTimeouts ddl,
        TransactionScope transaction,
        AheadPolicy ahead,
        Duration silenceTimeout,
        ExistingDatabase existing,
        boolean keepUndo,
        OnlineCheck online,
        BackfillThrottle throttle) {

    /** What an upgrade does with the lint findings about its pending revisions. */
    public enum OnlineCheck {
        /** Does not judge the revisions. */
        OFF,
        /** Logs each error and warning as a warning, and runs. */
        WARN,
        /** Logs each error and warning as a warning, and refuses to run if a finding is an error. */
        ENFORCE
    }

    /**
     * The default options: table {@code retort_revision}, 5 minutes for the migration lock, one transaction per
     * revision, newer revisions if they only add to the schema, 1 minute of silence, no baseline, downgrades are
     * stored, lint findings are warnings, backfills do not wait.
     */
    public static final RetortOptions STANDARD = new RetortOptions(
            QualifiedName.parse(HistoryTable.DEFAULT_NAME),
            Duration.ofMinutes(5),
            DdlTimeouts.STANDARD,
            TransactionScope.REVISION,
            AheadPolicy.COMPATIBLE,
            Duration.ofMinutes(1),
            ExistingDatabase.STANDARD,
            true,
            OnlineCheck.WARN,
            BackfillThrottle.NONE);

    /** Returns a copy with another history table. */
    public RetortOptions withTable(QualifiedName other) {
        return new RetortOptions(
                other, lockTimeout, ddl, transaction, ahead, silenceTimeout, existing, keepUndo, online, throttle);
    }

    /** Returns a copy with another timeout for the migration lock. */
    public RetortOptions withLockTimeout(Duration other) {
        return new RetortOptions(
                table, other, ddl, transaction, ahead, silenceTimeout, existing, keepUndo, online, throttle);
    }

    /** Returns a copy with other timeouts and retries for statements. */
    public RetortOptions withDdl(DdlTimeouts other) {
        return new RetortOptions(
                table, lockTimeout, other, transaction, ahead, silenceTimeout, existing, keepUndo, online, throttle);
    }

    /** Returns a copy with another transaction scope. It takes effect on products that can roll back DDL. */
    public RetortOptions withTransaction(TransactionScope other) {
        return new RetortOptions(
                table, lockTimeout, ddl, other, ahead, silenceTimeout, existing, keepUndo, online, throttle);
    }

    /** Returns a copy that treats a database with revisions which the history does not contain in another way. */
    public RetortOptions withAhead(AheadPolicy other) {
        return new RetortOptions(
                table, lockTimeout, ddl, transaction, other, silenceTimeout, existing, keepUndo, online, throttle);
    }

    /** Returns a copy with another limit for unanswered requests; zero for no limit. */
    public RetortOptions withSilenceTimeout(Duration other) {
        return new RetortOptions(
                table, lockTimeout, ddl, transaction, ahead, other, existing, keepUndo, online, throttle);
    }

    /**
     * Returns a copy with a baseline: on a database that has tables but no applied revision, the revisions up to it are
     * recorded as applied. Nothing is verified.
     *
     * @param target for example a revision id or a label; null for no baseline
     */
    public RetortOptions withBaseline(@Nullable String target) {
        return withExisting(existing.withBaseline(target));
    }

    /** Returns a copy that treats databases with tables in another way. */
    public RetortOptions withExisting(ExistingDatabase other) {
        return new RetortOptions(
                table, lockTimeout, ddl, transaction, ahead, silenceTimeout, other, keepUndo, online, throttle);
    }

    /** Returns a copy that stores, or does not store, the downgrade of each applied revision. */
    public RetortOptions withKeepUndo(boolean other) {
        return new RetortOptions(
                table, lockTimeout, ddl, transaction, ahead, silenceTimeout, existing, other, online, throttle);
    }

    /** Returns a copy that does something else with lint findings about the pending revisions of an upgrade. */
    public RetortOptions withOnline(OnlineCheck other) {
        return new RetortOptions(
                table, lockTimeout, ddl, transaction, ahead, silenceTimeout, existing, keepUndo, other, throttle);
    }

    /** Returns a copy whose backfills wait as long as a throttle has a reason, instead of the throttle of this one. */
    public RetortOptions withThrottle(BackfillThrottle other) {
        return new RetortOptions(
                table, lockTimeout, ddl, transaction, ahead, silenceTimeout, existing, keepUndo, online, other);
    }
}
