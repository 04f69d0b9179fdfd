package io.retort.run.session;

import io.retort.error.PrintableText;
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
 * @param idle how long it has been idle; null while it runs something
 * @param end what a person types to end it
 */
public record OtherSession(
        @Nullable String id,
        @Nullable String user,
        @Nullable String application,
        @Nullable String host,
        @Nullable Duration age,
        @Nullable String statement,
        @Nullable Duration idle,
        @Nullable String end) {

    /** Idle for longer than this, a session may have lost its client. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final int SHOWN = 80;

    /**
     * All that is known, in one line: {@code pid 4711, user shop, application "orders", host 10.0.0.7, for 12 s, statement:
     * create index …}, or for one that runs nothing {@code …, for 62 s, idle for 45 s, last statement: insert …}, and how to
     * end it.
     */
    public String describe() {
        List<String> words = new ArrayList<>();
        add(words, "pid ", id, "");
        add(words, "user ", user, "");
        add(words, "application \"", application, "\"");
        add(words, "host ", host, "");
        if (age != null) {
            words.add("for " + seconds(age));
        }
        if (idle == null) {
            add(words, "statement: ", shortened(statement), "");
        } else {
            words.add("idle for " + seconds(idle));
            add(words, "last statement: ", shortened(statement), "");
            if (idle.compareTo(LONG) >= 0) {
                add(words, "to end it: ", end, "");
            }
        }
        return words.isEmpty() ? "a session of which the database tells nothing" : String.join(", ", words);
    }

    private static void add(List<String> words, String before, @Nullable String word, String after) {
        if (word != null && !word.isBlank()) {
            words.add(before + PrintableText.line(word) + after);
        }
    }

    /** A statement in one short line. */
    public static @Nullable String shortened(@Nullable String statement) {
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
