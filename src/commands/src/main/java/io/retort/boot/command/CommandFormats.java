package io.retort.boot.command;

import io.retort.RunReport;
import io.retort.internal.text.HumanDuration;
import io.retort.revision.RevisionGraph;
import io.retort.run.AppliedRevision;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats values that several commands print. */
final class CommandFormats {

    private CommandFormats() {}

    /**
     * Formats revisions, such as {@code 3f2a91c07b4e (add email)}; several are separated by commas, none is
     * {@code base}.
     */
    public static String places(RevisionGraph graph, Collection<String> ids) {
        return ids.isEmpty()
                ? "base"
                : ids.stream()
                        .map(id -> graph.contains(id) ? graph.get(id).describe() : id)
                        .collect(Collectors.joining(", "));
    }

    /** Formats a number with its noun, such as {@code 1 revision} or {@code 2 revisions}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Formats how many revisions of a run were recorded without being run, after a comma; empty if there are none. */
    public static String recorded(RunReport report) {
        long recorded =
                report.steps().stream().filter(step -> step.reason() != null).count();
        return recorded == 0 ? "" : ", " + recorded + " of them recorded without being run";
    }

    /** Formats a duration, such as {@code 0.35 s} or {@code 2 min 5 s}. */
    public static String seconds(Duration duration) {
        return HumanDuration.of(duration);
    }

    /** Returns when and by which user a revision was applied. The note says why it was recorded without being run. */
    static String applied(AppliedRevision row, @Nullable String note) {
        return row.appliedAt() + " by " + row.appliedBy()
                + (row.checksum() == null
                        ? ", " + (note == null ? "stamped" : note)
                        : " in " + seconds(row.duration()));
    }
}
