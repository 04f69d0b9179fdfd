package io.retort.internal.text;

import java.time.Duration;
import java.util.Locale;

/** Formats durations for messages: {@code 0.35 s}, {@code 19 s}, {@code 2 min 5 s}, {@code 1 h 3 min}. */
public final class HumanDuration {

    private HumanDuration() {}

    /** Returns the text of a duration. */
    public static String of(Duration duration) {
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

    /** Returns the text of a duration without fractions of a second: {@code 2 s}. It is at least one second. */
    public static String rounded(Duration duration) {
        return whole(Duration.ofSeconds(Math.max(1, Math.round(duration.toMillis() / 1000.0))));
    }

    /** Returns the text of the whole seconds of a duration: {@code 0 s}, {@code 1 min 30 s}. */
    public static String whole(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60 ? seconds + " s" : of(duration);
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }
}
