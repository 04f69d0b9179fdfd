package io.retort.boot.command;

import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Formats revisions for a terminal.
 */
final class RevisionText implements Function<RevisionInfo, List<String>> {

    private final RevisionFlags marks;
    private final boolean verbose;
    private final AnsiStyle ansi;

    /**
     * @param marks the flags of the revisions
     * @param verbose whether all properties follow the first line
     * @param ansi the colours
     */
    RevisionText(RevisionFlags marks, boolean verbose, AnsiStyle ansi) {
        this.marks = marks;
        this.verbose = verbose;
        this.ansi = ansi;
    }

    RevisionFlags marks() {
        return marks;
    }

    boolean verbose() {
        return verbose;
    }

    AnsiStyle ansi() {
        return ansi;
    }

    static RevisionText of(RevisionFlags marks, ToolContext context) {
        return new RevisionText(marks, context.line().has("verbose"), context.ansi());
    }

    @Override
    public List<String> apply(RevisionInfo revision) {
        List<String> lines = new ArrayList<>();
        lines.add(marks.line(revision, ansi));
        if (verbose) {
            marks.details(revision)
                    .forEach((name, values) -> lines.add("    " + name + ": " + String.join(", ", values)));
        }
        return lines;
    }
}
