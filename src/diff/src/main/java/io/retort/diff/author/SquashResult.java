package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.internal.json.OperationJson;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of {@code migrate:squash}.
 *
 * @param file the new file, relative to the project folder
 * @param draft the content of the file
 * @param history the replaced revisions
 * @param remarks further remarks, one sentence or more each
 */
public record SquashResult(Path file, Draft draft, SquashedHistory history, List<String> remarks) {

    /** Copies the list. */
    public SquashResult {
        remarks = List.copyOf(remarks);
    }

    /** Returns the exit status: a squash that was not built is no full success. */
    public ExitStatus status() {
        return history.database() == null ? ExitStatus.INCOMPLETE : ExitStatus.OK;
    }

    /** Returns a summary in one line; empty if both ways were built. */
    public String summary() {
        return history.database() == null ? "the squash was not built" : "";
    }

    /**
     * Returns the result as lines of text. The last lines contain the next steps.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> describe(AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        RevisionInfo first = history.replaced().get(0);
        RevisionInfo last = history.replaced().get(history.replaced().size() - 1);
        lines.add("Squash: " + counted(history.count(), "revision") + ", from " + first.describe() + " to "
                + last.describe());
        lines.add(path());
        if (history.tables() > 0) {
            lines.add("  + " + counted(history.tables(), "table"));
        }
        history.kept().forEach(step -> lines.add("  kept: " + DifferenceListing.onOneLine(step)));
        history.dropped().forEach(step -> lines.add("  dropped: " + DifferenceListing.onOneLine(step)));
        history.emptied().forEach(table -> lines.add("  not on an empty database any more: " + table));
        lines.add(
                history.database() == null
                        ? "  not built: nothing verifies that the squash creates what the revisions create"
                        : "  built both ways on " + history.database() + ": equal");
        lines.addAll(remarks);
        history.toCopy().forEach(code -> lines.add("Next: copy " + code + "."));
        lines.add("Next: commit the new file. The files of the replaced revisions stay until every database has all of"
                + " them.");
        lines.add(Advice.of("Next: then delete them: ", Advice.command("squash", Advice.option("finish")))
                .in(style));
        return lines;
    }

    /** Returns the result in the form in which it is written as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", path());
        json.put("id", draft.id());
        json.put("message", draft.message());
        json.put(
                "replaces",
                draft.replaces().stream().map(ReplacedRevision::text).toList());
        json.put("operations", OperationJson.of(draft.up()));
        json.put("kept", history.kept());
        json.put("dropped", history.dropped());
        json.put("emptied", history.emptied());
        json.put("toCopy", history.toCopy());
        json.put("verified", history.database() != null);
        json.put("remarks", remarks);
        return json;
    }

    private String path() {
        return file.toString().replace(File.separatorChar, '/');
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
