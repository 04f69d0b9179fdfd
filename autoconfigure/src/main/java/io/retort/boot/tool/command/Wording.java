package io.retort.boot.tool.command;

import io.retort.revision.RevisionGraph;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How commands say what they all have to say. */
public final class Wording {

    private Wording() {}

    /** Where a database is: {@code 3f2a91c07b4e (add email)}, several with commas, or {@code base}. */
    public static String places(RevisionGraph graph, Collection<String> ids) {
        return ids.isEmpty()
                ? "base"
                : ids.stream()
                        .map(id -> graph.contains(id) ? graph.get(id).describe() : id)
                        .collect(Collectors.joining(", "));
    }

    /** A number of things: {@code 1 revision}, {@code 2 revisions}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A time as people read it: {@code 0.35 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
