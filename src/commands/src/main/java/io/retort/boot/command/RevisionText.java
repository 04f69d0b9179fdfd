package io.retort.boot.command;

import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Formats revisions for a terminal.
 *
 * @param marks the flags of the revisions
 * @param verbose whether all properties follow the first line
 * @param ansi the colours
 */
record RevisionText(RevisionFlags marks, boolean verbose, AnsiStyle ansi)
        implements Function<RevisionInfo, List<String>> {

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
