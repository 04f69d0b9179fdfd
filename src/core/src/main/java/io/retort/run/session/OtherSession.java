package io.retort.run.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another session of the database, as far as this one may see it.
 *
 * @param id its number: what the product ends it by
 * @param user who is connected
 * @param application what the session calls itself
 * @param host where it comes from
 * @param age how long it has had the lock, or been in its transaction
 * @param statement what it runs, or ran last
 */
public record OtherSession(
        @Nullable String id,
        @Nullable String user,
        @Nullable String application,
        @Nullable String host,
        @Nullable Duration age,
        @Nullable String statement) {

    private static final int SHOWN = 80;

    /** All that is known, in one line: {@code pid 4711, user shop, application "orders", host 10.0.0.7, for 12 s}. */
    public String describe() {
        List<String> words = new ArrayList<>();
        add(words, "pid ", id, "");
        add(words, "user ", user, "");
        add(words, "application \"", application, "\"");
        add(words, "host ", host, "");
        if (age != null) {
            words.add("for " + seconds(age));
        }
        add(words, "statement: ", shortened(statement), "");
        return words.isEmpty() ? "a session of which the database tells nothing" : String.join(", ", words);
    }

    private static void add(List<String> words, String before, @Nullable String word, String after) {
        if (word != null && !word.isBlank()) {
            words.add(before + word + after);
        }
    }

    private static @Nullable String shortened(@Nullable String statement) {
        if (statement == null) {
            return null;
        }
        String line = statement.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }

    /** A duration as people say it: {@code 12 s}, {@code 5 min}. */
    public static String seconds(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }
}
