package io.retort.internal.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast something that has many parts advances.
 *
 * @param done the number of finished parts
 * @param total the number of all parts; 0 if unknown
 * @param elapsed the time since the first part began
 */
public record Pace(long done, long total, Duration elapsed) {

    /** Before this time, a rate says little. */
    private static final Duration MEANINGFUL = Duration.ofSeconds(1);

    private static final double SLOW = 10;

    /** Returns the position: {@code 412 of 1,000}, or {@code 412} if the total is unknown. */
    public String position() {
        return number(done) + (total > 0 ? " of " + number(total) : "");
    }

    /** Returns the estimated remaining time; empty if nothing is known yet or nothing remains. */
    public Optional<Duration> left() {
        if (done <= 0 || total <= done || elapsed.compareTo(MEANINGFUL) < 0) {
            return Optional.empty();
        }
        double nanos = (double) elapsed.toNanos() / done * (total - done);
        return Optional.of(Duration.ofNanos((long) nanos));
    }

    /** Returns rate and remaining time: {@code 35 per second, about 17 s left}; empty if they are not known. */
    public String describe() {
        if (done <= 0 || elapsed.compareTo(MEANINGFUL) < 0) {
            return "";
        }
        return rate()
                + left().map(time -> ", about " + HumanDuration.rounded(time) + " left")
                        .orElse("");
    }

    private String rate() {
        double perSecond = done * 1e9 / elapsed.toNanos();
        if (perSecond >= 1) {
            return perSecond < SLOW
                    ? String.format(Locale.ROOT, "%.1f per second", perSecond)
                    : number(Math.round(perSecond)) + " per second";
        }
        return HumanDuration.rounded(elapsed.dividedBy(done)) + " each";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
