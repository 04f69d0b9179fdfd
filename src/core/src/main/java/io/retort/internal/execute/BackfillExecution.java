package io.retort.internal.execute;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.backfill.BackfillKey;
import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.backfill.BatchSize;
import io.retort.internal.backfill.KeyOrder;
import io.retort.internal.backfill.KeyValue;
import io.retort.internal.journal.SchemaLookup;
import io.retort.internal.lint.rule.LintRules;
import io.retort.operation.Batches;
import io.retort.operation.Statement;
import io.retort.run.BackfillProgress;
import io.retort.run.BackfillThrottle;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills rows in batches. Each batch is a transaction with the position after it, so that an interrupted backfill continues with
 * the next row. At the end, no row that is not filled is left.
 */
final class BackfillExecution {

    /** Rows that another session inserts without a value, before the position, are filled in another pass. */
    private static final int PASSES = 3;

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    /** Shorter than the time after which a server may end an idle session. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private static final Pattern POSITIVE = Pattern.compile("true|t|0*[1-9]\\d*(\\.\\d+)?|0*\\.0*[1-9]\\d*");

    private final Sink sink;
    private final RunListener listener;
    private final BackfillThrottle throttle;
    private final BackfillJournal journal;
    private final StatementPosition place;
    private final Statement.Backfill backfill;
    private final Dialect dialect;
    private final Connection connection;
    private final BatchSize size;
    private final long begun = System.nanoTime();
    private long reported = begun;
    private long readBefore;

    /**
     * @param sink sends the statements
     * @param listener notified about the progress
     * @param throttle makes the backfill wait
     * @param journal records the progress
     * @param place the backfill
     * @param dialect the dialect of the session
     * @param connection the connection that runs the migration
     */
    BackfillExecution(
            Sink sink,
            RunListener listener,
            BackfillThrottle throttle,
            BackfillJournal journal,
            StatementPosition place,
            Dialect dialect,
            Connection connection) {
        this.sink = sink;
        this.listener = listener;
        this.throttle = throttle;
        this.journal = journal;
        this.place = place;
        this.backfill = (Statement.Backfill) place.statement();
        this.dialect = dialect;
        this.connection = connection;
        this.size = new BatchSize(backfill.batches());
    }

    /** Fills all rows and records the statement as complete. */
    void run() throws Exception {
        String schema = new SchemaLookup(connection, dialect)
                .of(dialect.identifiers().stored(backfill.table().name()));
        String owner = backfill.table().schema();
        BackfillKey found = BackfillKey.of(
                backfill,
                dialect,
                connection,
                owner == null ? schema : dialect.identifiers().stored(owner));
        BackfillPosition at = start();
        readBefore = at.progress().read();
        for (int pass = 1; ; pass++) {
            at = pass(found, at);
            long left = left();
            if (left == 0) {
                break;
            }
            if (pass == PASSES) {
                throw leftRows(left);
            }
            listener.warning(left + (left == 1 ? " row of " : " rows of ") + backfill.table()
                    + (left == 1 ? " meets" : " meet") + " the condition of the backfill after pass " + pass
                    + ". Retort fills them in another pass.");
            at = at.again();
            readBefore = 0;
        }
        sink.open();
        sink.accept(journal.complete());
        sink.commit();
        journal.completed();
    }

    private BackfillPosition start() throws Exception {
        Optional<BackfillPosition> found = journal.position();
        if (found.isPresent() && found.get().isOf(backfill.text())) {
            BackfillPosition at = found.get();
            return at.progress().estimate() == null && at.after().isEmpty() ? at.estimated(estimate()) : at;
        }
        if (found.isPresent() && !found.get().isLost()) {
            listener.warning("The backfill of " + backfill.table() + " was edited after it had filled "
                    + found.get().progress().filled()
                    + " rows. They keep their values. Retort continues with the rows that"
                    + " still meet its condition.");
        }
        return BackfillPosition.first(backfill.text(), backfill.table().toString(), estimate());
    }

    /** Fills the rows of the table once, from a position to the end. */
    private BackfillPosition pass(BackfillKey found, BackfillPosition from) throws Exception {
        BackfillPosition at = from;
        KeyOrder order = new KeyOrder(at.after());
        boolean more = true;
        listener.backfill(at.progress());
        while (more) {
            Runner.requireUninterrupted(place);
            sink.confirm();
            waitWhile(at.progress());
            long start = System.nanoTime();
            List<KeyValue> last = lastOfBatch(found, at.after());
            more = !last.isEmpty();
            order.require(last);
            String range = found.after(at.after()) + (more ? " and " + found.upTo(last) : "");
            at = batch(range, at, more ? size.rows() : 0, last);
            size.adapt(Duration.ofNanos(System.nanoTime() - start));
            report(at.progress().describe());
            pause();
        }
        return found.isNullable() ? batch(found.withoutKey(), at, 0, List.of()) : at;
    }

    private List<KeyValue> lastOfBatch(BackfillKey found, List<KeyValue> after) throws Exception {
        List<List<KeyValue>> last = sink.query(found.lastOfBatch(after, size.rows()), found::read);
        return last.isEmpty() ? List.of() : last.get(0);
    }

    private BackfillPosition batch(String range, BackfillPosition from, int rows, List<KeyValue> last)
            throws Exception {
        sink.open();
        try {
            sink.accept(new Statement.Sql(backfill.set() + " where " + range + " and " + backfill.condition()));
        } catch (SQLException e) {
            throw new SQLException(
                    e.getMessage() + " (in the batch of rows with " + range + ")",
                    e.getSQLState(),
                    e.getErrorCode(),
                    e);
        }
        long filled = Math.max(0, sink.changedRows());
        long read = rows == 0 ? filled : rows;
        BackfillPosition at =
                from.moved(read, filled, remaining(from.progress(), read), last.isEmpty() ? from.after() : last);
        sink.accept(journal.moveTo(at));
        sink.commit();
        journal.moved(at);
        listener.backfill(at.progress());
        return at;
    }

    private @Nullable Duration remaining(BackfillProgress before, long read) {
        long readNow = before.read() + read - readBefore;
        Long estimate = before.estimate();
        if (estimate == null || readNow <= 0) {
            return null;
        }
        long left = estimate - before.read() - read;
        double nanos = System.nanoTime() - begun;
        return Duration.ofNanos((long) (nanos / readNow * Math.max(0, left)));
    }

    private long left() throws Exception {
        String table = dialect.identifiers().sql(backfill.table());
        return sink.query("select count(*) from " + table + " where " + backfill.condition(), row -> row.getLong(1))
                .get(0);
    }

    /** The statistics of a server are sufficient; an embedded database counts. Without either, the number is unknown. */
    private @Nullable Long estimate() throws Exception {
        Optional<String> sizes = LintRules.of(dialect).sizes();
        String table = dialect.identifiers().sql(backfill.table());
        if (sizes.isEmpty()) {
            return sink.query("select count(*) from " + table, row -> row.getLong(1))
                    .get(0);
        }
        String name = dialect.identifiers().stored(backfill.table().name());
        try {
            return sink
                    .query(sizes.get(), row -> name.equals(row.getString(2)) ? rows(row) : Optional.<Long>empty())
                    .stream()
                    .flatMap(Optional::stream)
                    .max(Long::compare)
                    .orElse(null);
        } catch (SQLException mayNotAsk) {
            return null;
        }
    }

    private static Optional<Long> rows(ResultSet row) throws SQLException {
        long rows = row.getLong(3);
        return row.wasNull() ? Optional.empty() : Optional.of(rows);
    }

    private void waitWhile(BackfillProgress progress) throws Exception {
        for (Optional<String> reason = reasonToWait(progress); reason.isPresent(); reason = reasonToWait(progress)) {
            Runner.requireUninterrupted(place);
            report(backfill.table() + ": waiting, " + reason.get());
            Thread.sleep(LONGEST_SLEEP.toMillis());
            sink.confirm();
        }
    }

    private Optional<String> reasonToWait(BackfillProgress progress) throws Exception {
        Optional<String> paused = journal.paused();
        if (paused.isPresent()) {
            return paused.map(reason -> "paused " + reason);
        }
        String query = backfill.batches().waitWhile();
        return query != null && isTrue(query)
                ? Optional.of("as long as this is true: " + query)
                : throttle.reasonToWait(progress);
    }

    private boolean isTrue(String query) throws Exception {
        List<String> first = sink.query(query, row -> String.valueOf(row.getString(1)));
        return !first.isEmpty()
                && POSITIVE.matcher(first.get(0).strip().toLowerCase(Locale.ROOT))
                        .matches();
    }

    private void pause() throws Exception {
        Batches batches = backfill.batches();
        long left = batches.pauseMillis();
        while (left > 0) {
            long now = Math.min(left, LONGEST_SLEEP.toMillis());
            Thread.sleep(now);
            left -= now;
            sink.confirm();
        }
    }

    private void report(String progress) {
        long now = System.nanoTime();
        if (now - reported >= REPORT_EVERY.toNanos()) {
            reported = now;
            listener.progress(progress);
        }
    }

    private RetortException leftRows(long left) {
        return new RetortException(
                "After " + PASSES + " passes, " + left + (left == 1 ? " row of " : " rows of ") + backfill.table()
                        + " still " + (left == 1 ? "meets" : "meet") + " the condition of the backfill: "
                        + backfill.where() + ". The filled rows keep their values.",
                Advice.of(
                        "A filled row must not meet the condition: if the expression returns null for some rows, exclude"
                                + " them in where(...). If the application inserts rows without a value, give the column a default"
                                + " before the backfill."));
    }
}
