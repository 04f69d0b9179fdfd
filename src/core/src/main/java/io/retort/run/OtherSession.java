package io.retort.run;

import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.PrintableText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another session of the database. Each value is null if this session cannot see it.
 *
 * @param id the id by which the product terminates it
 * @param user the connected user
 * @param application the application name of the session
 * @param host the client's host
 * @param age how long it has held the lock, or been in its transaction
 * @param statement its current or last statement
 * @param idle how long it has been idle; null while a statement runs
 * @param end the statement that terminates it
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

    /** A session that is idle for longer may have lost its client. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final int SHOWN = 80;

    /**
     * Returns a description on one line. For an active session:
     * {@code pid 4711, user shop, application "orders", host 10.0.0.7, for 12 s, statement: create index …}. For an
     * idle one: {@code …, for 62 s, idle for 45 s, last statement: insert …}, and how to terminate it.
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
        return words.isEmpty() ? "a session of which the database shows no details" : String.join(", ", words);
    }

    /** Returns a copy with another text of the statement. */
    public OtherSession with(@Nullable String otherStatement) {
        return new OtherSession(id, user, application, host, age, otherStatement, idle, end);
    }

    private static void add(List<String> words, String before, @Nullable String word, String after) {
        if (word != null && !word.isBlank()) {
            words.add(before + PrintableText.joined(word) + after);
        }
    }

    /** Returns a statement on one short line; null for null. */
    public static @Nullable String shortened(@Nullable String statement) {
        if (statement == null) {
            return null;
        }
        String line = statement.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }

    /** Returns a duration for messages: {@code 12 s}, {@code 5 min}, {@code 1 h 3 min}. */
    public static String seconds(Duration duration) {
        return HumanDuration.whole(duration);
    }
}
