package io.retort.internal.backfill;

import io.retort.internal.checksum.Crc64;
import io.retort.internal.database.HistoryTable;
import io.retort.operation.Statement;
import io.retort.run.BackfillProgress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The journal entry of a backfill between two batches.
 *
 * @param statement a hash of the whole statement, which shows whether the revision was edited
 * @param progress how far the pass is
 * @param after the key of the last row that was read; empty at the beginning of a pass
 */
public record BackfillPosition(String statement, BackfillProgress progress, List<KeyValue> after) {

    private static final String MARK = "backfill ";
    private static final String LOST = "lost";

    public BackfillPosition {
        after = List.copyOf(after);
    }

    /** Returns the position before the first batch. */
    public static BackfillPosition first(String text, String table, @Nullable Long estimate) {
        return new BackfillPosition(Crc64.of(text).hex(), new BackfillProgress(table, 0, 0, estimate, null), List.of());
    }

    /** Returns the position before the first batch of a backfill whose table was not counted yet. */
    public static BackfillPosition first(Statement.Backfill backfill) {
        return first(backfill.text(), backfill.table().toString(), null);
    }

    /** Returns the position of a backfill whose position was lost, so that it begins again. */
    public static BackfillPosition lost(String table) {
        return new BackfillPosition(LOST, new BackfillProgress(table, 0, 0, null, null), List.of());
    }

    /** Returns whether the position was lost. */
    public boolean isLost() {
        return statement.equals(LOST);
    }

    /** Returns the same position with another estimate. */
    public BackfillPosition estimated(@Nullable Long rows) {
        return new BackfillPosition(
                statement,
                new BackfillProgress(progress.table(), progress.read(), progress.filled(), rows, progress.left()),
                after);
    }

    /** Returns the position at the beginning of another pass. */
    public BackfillPosition again() {
        return new BackfillPosition(
                statement,
                new BackfillProgress(progress.table(), 0, progress.filled(), progress.estimate(), null),
                List.of());
    }

    /** Returns the position after a batch. */
    public BackfillPosition moved(long read, long filled, @Nullable Duration left, List<KeyValue> key) {
        return new BackfillPosition(
                statement,
                new BackfillProgress(
                        progress.table(),
                        progress.read() + read,
                        progress.filled() + filled,
                        progress.estimate(),
                        left),
                key);
    }

    /** Returns whether a statement is the one of this position. */
    public boolean isOf(String text) {
        return statement.equals(Crc64.of(text).hex());
    }

    /** Returns whether a journal entry is the position of a backfill. */
    public static boolean isPosition(@Nullable String inFlight) {
        return inFlight != null && inFlight.startsWith(MARK);
    }

    /** Returns the entry. A key that is too long for it is left out: the pass then begins again, and skips filled rows. */
    public String text() {
        Duration left = progress.left();
        String begin = MARK + "statement=" + statement + " table="
                + URLEncoder.encode(progress.table(), StandardCharsets.UTF_8) + " read=" + progress.read() + " filled="
                + progress.filled() + noted("of", progress.estimate())
                + noted("left", left == null ? null : left.toSeconds());
        String key = after.stream().map(KeyValue::encoded).collect(Collectors.joining(","));
        boolean fits = begin.length() + key.length() + 10 <= HistoryTable.IN_FLIGHT;
        return key.isEmpty() || !fits ? begin : begin + " after=" + key;
    }

    /**
     * Reads a journal entry.
     *
     * @return the position; empty if the entry is not that of a backfill, or was not written by Retort
     */
    public static Optional<BackfillPosition> read(@Nullable String inFlight) {
        if (inFlight == null || !isPosition(inFlight)) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String part : inFlight.substring(MARK.length()).split(" ")) {
            int sign = part.indexOf('=');
            values.put(part.substring(0, Math.max(0, sign)), part.substring(sign + 1));
        }
        try {
            return Optional.of(of(values));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private static BackfillPosition of(Map<String, String> values) {
        String after = values.getOrDefault("after", "");
        Long left = known(values, "left");
        return new BackfillPosition(
                values.getOrDefault("statement", ""),
                new BackfillProgress(
                        URLDecoder.decode(values.getOrDefault("table", ""), StandardCharsets.UTF_8),
                        number(values, "read"),
                        number(values, "filled"),
                        known(values, "of"),
                        left == null ? null : Duration.ofSeconds(left)),
                after.isEmpty()
                        ? List.of()
                        : Arrays.stream(after.split(",")).map(KeyValue::decoded).toList());
    }

    private static String noted(String name, @Nullable Long number) {
        return number == null ? "" : " " + name + "=" + number;
    }

    private static @Nullable Long known(Map<String, String> values, String name) {
        return values.containsKey(name) ? Long.valueOf(number(values, name)) : null;
    }

    private static long number(Map<String, String> values, String name) {
        return Long.parseLong(values.getOrDefault(name, ""));
    }
}
