package io.retort.boot.command;

import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Formats revisions for a terminal.
 */
final class RevisionText implements Function<RevisionInfo, List<String>> {

    private final RevisionFlags flags;
    private final boolean verbose;
    private final AnsiStyle ansi;

    /**
     * @param flags the flags of the revisions
     * @param verbose whether all properties follow the first line
     * @param ansi the colours
     */
    RevisionText(RevisionFlags flags, boolean verbose, AnsiStyle ansi) {
        this.flags = flags;
        this.verbose = verbose;
        this.ansi = ansi;
    }

    RevisionFlags flags() {
        return flags;
    }

    boolean verbose() {
        return verbose;
    }

    AnsiStyle ansi() {
        return ansi;
    }

    static RevisionText of(RevisionFlags flags, ToolContext context) {
        return new RevisionText(flags, context.line().has("verbose"), context.ansi());
    }

    @Override
    public List<String> apply(RevisionInfo revision) {
        List<String> lines = new ArrayList<>();
        lines.add(flags.line(revision, ansi));
        if (verbose) {
            flags.details(revision)
                    .forEach((name, values) -> lines.add("    " + name + ": " + String.join(", ", values)));
        }
        return lines;
    }
}
