package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.operation.Operation;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code migrate:revision} or {@code migrate:merge}.
 *
 * @param file the new file, relative to the project folder; null if nothing was written
 * @param draft the content of the file; null if nothing was written
 * @param difference the result of the comparison
 * @param remarks further remarks, one sentence or more each
 */
public record RevisionResult(@Nullable Path file, @Nullable Draft draft, Difference difference, List<String> remarks) {

    /** Copies the list. */
    public RevisionResult {
        remarks = List.copyOf(remarks);
    }

    static RevisionResult nothing(Difference difference) {
        return new RevisionResult(null, null, difference, List.of());
    }

    /** Whether a file was written. */
    public boolean written() {
        return file != null;
    }

    /** Returns the exit status. Without a file, an incomplete comparison does not count as success. */
    public ExitStatus status() {
        return written() || difference.skipped().isEmpty() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
    }

    /** Returns the result as lines of text, in the style of the plain library. */
    public List<String> describe() {
        return describe(AdviceStyle.LIBRARY);
    }

    /**
     * Returns the result as lines of text. If there is something to do, the last line contains the next step.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> describe(AdviceStyle style) {
        if (file == null || draft == null) {
            return nothingWritten(style);
        }
        List<String> lines = new ArrayList<>(changes(style));
        lines.add(Advice.of(isUnfinished() ? "Next: fill it in, then " : "Next: ", Advice.command("upgrade"))
                .in(style));
        return lines;
    }

    /** Returns whether a file was written that has no operation yet and is no merge. */
    public boolean isUnfinished() {
        return draft != null && draft.up().isEmpty() && draft.parents().size() < 2;
    }

    /**
     * Returns the file and its changes as lines of text, without the next step; the reason if there is no file.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> changes(AdviceStyle style) {
        if (file == null || draft == null) {
            return nothingWritten(style);
        }
        List<String> lines = new ArrayList<>();
        lines.add(path(file));
        lines.addAll(basis());
        lines.addAll(DifferenceListing.of(draft.up(), difference, style));
        LibraryUpdate update = difference.arbitration().update();
        if (update != null) {
            lines.add("remark: " + DifferenceListing.onOneLine(update.remark()));
        }
        lines.addAll(remarks);
        lines.addAll(ArbitrationListing.of(difference.arbitration()));
        return lines;
    }

    private List<String> basis() {
        return difference.basis().isDatabase()
                ? List.of()
                : List.of(difference.basis().sentence());
    }

    private List<String> nothingWritten(AdviceStyle style) {
        String side = difference.basis().kind().word();
        List<String> lines = new ArrayList<>(basis());
        lines.addAll(DifferenceListing.caveats(difference));
        if (!difference.arbitration().isEmpty()) {
            lines.add(0, "Nothing to write: the entities have not changed.");
            lines.addAll(ArbitrationListing.of(difference.arbitration()));
            lines.addAll(ArbitrationListing.next(difference.arbitration(), style));
        } else if (difference.caveats().open().isEmpty()) {
            lines.add(0, "Nothing to do: entities and " + side + " agree.");
        } else if (difference.skipped().isEmpty()) {
            lines.add(0, "Nothing to write: entities and " + side + " differ only in parts that you keep.");
        } else {
            lines.add(0, CheckResult.incomplete(difference));
            lines.add(CheckResult.nextIfIncomplete(difference).in(style));
        }
        return lines;
    }

    /** Returns the result in the form in which it is written as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("written", written());
        if (difference.hasEntities()) {
            json.put("comparedWith", difference.basis().kind().word());
        }
        if (file != null && draft != null) {
            json.put("file", path(file));
            json.put("id", draft.id());
            json.put("parents", draft.parents());
            json.put("message", draft.message());
        }
        List<Operation> operations = draft == null ? List.of() : draft.up();
        json.putAll(DifferenceListing.json(operations, difference, remarks));
        return json;
    }

    private static String path(Path file) {
        return file.toString().replace(File.separatorChar, '/');
    }
}
