package io.retort.boot.tool.report;

import io.retort.boot.tool.command.Outcome;
import io.retort.boot.tool.command.ToolContext;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Map;

/**
 * Some revisions as an answer.
 *
 * @param name what they are, as JSON calls them
 */
record RevisionList(String name, Marks marks, List<RevisionInfo> revisions) {

    /** Prints them as the command line wants it, or one sentence when there is none. */
    Outcome print(ToolContext context, String none) {
        if (context.line().has("json")) {
            context.json(Map.of(name, revisions.stream().map(marks::json).toList()));
        } else if (revisions.isEmpty()) {
            context.talk().println(none);
        } else {
            boolean verbose = context.line().has("verbose");
            revisions.forEach(
                    revision -> context.out().println(verbose ? marks.block(revision) : marks.line(revision)));
        }
        return Outcome.ok();
    }
}
