package io.retort;

import io.retort.internal.database.HistoryTable;
import io.retort.revision.AdoptionMark.Origin;
import io.retort.run.BackfillThrottle;
import io.retort.run.DdlTimeouts;
import io.retort.run.TransactionScope;
import io.retort.schema.QualifiedName;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
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
 * @param deferBackfills whether an upgrade leaves backfills with {@code afterStart()} to {@link Retort#backfill}
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
        BackfillThrottle throttle,
        boolean deferBackfills) {

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
     * stored, lint findings are warnings, backfills do not wait, and upgrades run all of them.
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
            BackfillThrottle.NONE,
            false);

    /** Returns a copy with another history table. */
    public RetortOptions withTable(QualifiedName other) {
        return with(copy -> copy.table = other);
    }

    /** Returns a copy with another timeout for the migration lock. */
    public RetortOptions withLockTimeout(Duration other) {
        return with(copy -> copy.lockTimeout = other);
    }

    /** Returns a copy with other timeouts and retries for statements. */
    public RetortOptions withDdl(DdlTimeouts other) {
        return with(copy -> copy.ddl = other);
    }

    /** Returns a copy with another transaction scope. It takes effect on products that can roll back DDL. */
    public RetortOptions withTransaction(TransactionScope other) {
        return with(copy -> copy.transaction = other);
    }

    /** Returns a copy that treats a database with revisions which the history does not contain in another way. */
    public RetortOptions withAhead(AheadPolicy other) {
        return with(copy -> copy.ahead = other);
    }

    /** Returns a copy with another limit for unanswered requests; zero for no limit. */
    public RetortOptions withSilenceTimeout(Duration other) {
        return with(copy -> copy.silenceTimeout = other);
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
        return with(copy -> copy.existing = other);
    }

    /** Returns a copy that stores, or does not store, the downgrade of each applied revision. */
    public RetortOptions withKeepUndo(boolean other) {
        return with(copy -> copy.keepUndo = other);
    }

    /** Returns a copy that does something else with lint findings about the pending revisions of an upgrade. */
    public RetortOptions withOnline(OnlineCheck other) {
        return with(copy -> copy.online = other);
    }

    /** Returns a copy whose backfills wait as long as a throttle has a reason, instead of the throttle of this one. */
    public RetortOptions withThrottle(BackfillThrottle other) {
        return with(copy -> copy.throttle = other);
    }

    /** Returns a copy whose upgrades leave backfills with {@code afterStart()} to {@link Retort#backfill}, or run them. */
    public RetortOptions withDeferBackfills(boolean other) {
        return with(copy -> copy.deferBackfills = other);
    }

    private RetortOptions with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.options();
    }

    /** The options while one of them changes. */
    private static final class Copy {

        private QualifiedName table;
        private Duration lockTimeout;
        private DdlTimeouts ddl;
        private TransactionScope transaction;
        private AheadPolicy ahead;
        private Duration silenceTimeout;
        private ExistingDatabase existing;
        private boolean keepUndo;
        private OnlineCheck online;
        private BackfillThrottle throttle;
        private boolean deferBackfills;

        private Copy(RetortOptions options) {
            table = options.table;
            lockTimeout = options.lockTimeout;
            ddl = options.ddl;
            transaction = options.transaction;
            ahead = options.ahead;
            silenceTimeout = options.silenceTimeout;
            existing = options.existing;
            keepUndo = options.keepUndo;
            online = options.online;
            throttle = options.throttle;
            deferBackfills = options.deferBackfills;
        }

        private RetortOptions options() {
            return new RetortOptions(
                    table,
                    lockTimeout,
                    ddl,
                    transaction,
                    ahead,
                    silenceTimeout,
                    existing,
                    keepUndo,
                    online,
                    throttle,
                    deferBackfills);
        }
    }

    /**
     * How runs treat a database that had tables before its first revision.
     *
     * @param baseline a target: a database that has tables but no applied revision is taken to have the revisions up to it,
     *     and nothing is verified; null for none
     * @param histories the names of the history tables of other tools; a tool that is missing uses its default name
     * @param revertRecorded whether a downgrade can revert revisions that were recorded without being run
     */
    public record ExistingDatabase(
            @Nullable String baseline, Map<Origin, QualifiedName> histories, boolean revertRecorded) {

        /** No baseline, default names, and no downgrade below what Retort has created. */
        public static final ExistingDatabase STANDARD = new ExistingDatabase(null, Map.of(), false);

        public ExistingDatabase {
            histories = Map.copyOf(histories);
        }

        /** Returns a copy with another baseline; null for none. */
        public ExistingDatabase withBaseline(@Nullable String other) {
            return new ExistingDatabase(other, histories, revertRecorded);
        }

        /** Returns a copy with other names of the history tables of other tools. */
        public ExistingDatabase withHistories(Map<Origin, QualifiedName> other) {
            return new ExistingDatabase(baseline, other, revertRecorded);
        }

        /** Returns a copy that permits, or refuses, to revert revisions that were recorded without being run. */
        public ExistingDatabase withRevertRecorded(boolean other) {
            return new ExistingDatabase(baseline, histories, other);
        }
    }

    /** What to do with a database that has revisions which the history of the application does not contain. */
    public enum AheadPolicy {
        /** Refuse it. */
        REFUSE,
        /** Accept it if all of these revisions only add to the schema; otherwise refuse it. Never reverts a revision. */
        COMPATIBLE,
        /**
         * Accept it, unless a squash that the history does not contain ran there: an upgrade would run the revisions that it
         * replaces again. Never reverts a revision.
         */
        ALLOW,
        /**
         * For development: an application that starts reverts these revisions with their stored downgrades. A command
         * refuses the database.
         */
        SWITCH
    }
}
