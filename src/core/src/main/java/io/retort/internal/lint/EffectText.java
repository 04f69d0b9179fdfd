package io.retort.internal.lint;

import io.retort.internal.lint.rule.Effect;
import io.retort.internal.lint.rule.Effect.Blocking;
import io.retort.internal.lint.rule.Effect.Work;
import io.retort.internal.lint.rule.TableSize;
import io.retort.schema.QualifiedName;
import java.util.Locale;

/** Describes an effect with the order of magnitude of its duration. */
final class EffectText {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long THOUSAND = 1_000;
    private static final String[] BYTES = {" B", " kB", " MB", " GB", " TB", " PB", " EB"};
    private static final String[] ROWS = {"", " thousand", " million", " billion", " trillion"};

    private EffectText() {}

    /** Returns a sentence; empty if other sessions notice nothing. */
    static String of(Effect effect, QualifiedName table, TableSize size, String product) {
        if (effect.equals(Effect.NONE)) {
            return "";
        }
        String work = " while it " + work(effect.work()) + ": " + duration(effect.work(), size) + ".";
        if (effect.blocking() == Blocking.NOTHING) {
            return "Other sessions read and write " + table + " while " + product + " rewrites it: "
                    + duration(effect.work(), size) + ".";
        }
        String blocks = product + " blocks " + blocked(effect.blocking()) + " " + table;
        return blocks + (effect.work() == Work.CATALOG ? " until the transaction ends." : work);
    }

    private static String blocked(Blocking blocking) {
        return blocking == Blocking.WRITES ? "writes to" : "reads and writes of";
    }

    private static String work(Work work) {
        return switch (work) {
            case SCAN -> "reads every row";
            case INDEX -> "builds the index";
            case REWRITE -> "rewrites the table and its indexes";
            case CATALOG -> "changes the catalog";
        };
    }

    /** Returns an order of magnitude, for example {@code about 4 minutes for 12 GB (31 million rows)}. */
    static String duration(Work work, TableSize size) {
        Long rows = size.rows();
        Long bytes = size.bytes();
        return rows == null || bytes == null
                ? "the size of the table is unknown"
                : about(work.seconds(bytes)) + " for " + bytes(bytes) + " (" + rows(rows) + ")";
    }

    private static String about(long seconds) {
        if (seconds < 1) {
            return "less than a second";
        }
        if (seconds < 2 * MINUTE) {
            return "about " + count(seconds, "second");
        }
        return "about " + (seconds < 2 * HOUR ? count(seconds / MINUTE, "minute") : count(seconds / HOUR, "hour"));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String bytes(long bytes) {
        return scaled(bytes, BYTES);
    }

    private static String rows(long rows) {
        return scaled(rows, ROWS) + (rows == 1 ? " row" : " rows");
    }

    private static String scaled(long number, String[] units) {
        int unit = 0;
        double value = number;
        while (value >= THOUSAND && unit < units.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        return rounded(value) + units[unit];
    }

    private static String rounded(double value) {
        return value < 10 && value != Math.rint(value)
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.valueOf(Math.round(value));
    }
}
