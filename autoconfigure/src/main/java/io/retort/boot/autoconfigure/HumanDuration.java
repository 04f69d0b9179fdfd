package io.retort.boot.autoconfigure;

import java.time.Duration;
import java.util.Locale;

/** Formats durations for log lines: {@code 0.35 s}, {@code 19 s}, {@code 2 min 5 s}, {@code 1 h 3 min}. */
final class HumanDuration {

    private HumanDuration() {}

    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min" + rest(seconds % 60, " s")
                : seconds / 3600 + " h" + rest(seconds / 60 % 60, " min");
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }
}
