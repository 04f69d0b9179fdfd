package io.retort.diff.author;

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
 * The result of {@code migrate:revision} in the format of another tool.
 *
 * @param tool the name of the tool
 * @param written what was written; null if nothing was
 * @param operations the operations of the migration
 * @param difference the result of the comparison
 */
public record ToolFilesResult(
        String tool, ToolFiles.@Nullable Written written, List<Operation> operations, Difference difference) {

    /** Copies the list. */
    public ToolFilesResult {
        operations = List.copyOf(operations);
    }

    /** Returns the exit status. Without a file, an incomplete comparison does not count as success. */
    public ExitStatus status() {
        return written != null || difference.skipped().isEmpty() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
    }

    /**
     * Returns the result as lines of text. If there is something to do, the last line contains the next step.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> describe(AdviceStyle style) {
        if (written == null) {
            return RevisionResult.nothing(difference).describe(style);
        }
        List<String> lines = new ArrayList<>();
        written.files().forEach(file -> lines.add(path(file)));
        if (!difference.basis().isDatabase()) {
            lines.add(difference.basis().sentence());
        }
        lines.addAll(DifferenceListing.of(operations, difference, style));
        written.remarks().forEach(remark -> lines.add("remark: " + remark));
        lines.add("Next: " + (written.todo() == null ? "" : written.todo() + ". Then ")
                + "review the SQL, then migrate with " + tool + ": start the application.");
        return lines;
    }

    /** Returns the result in the form in which it is written as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("written", written != null);
        json.put("tool", tool);
        json.put("comparedWith", difference.basis().kind().word());
        json.put(
                "files",
                written == null
                        ? List.of()
                        : written.files().stream().map(ToolFilesResult::path).toList());
        if (written != null && written.todo() != null) {
            json.put("todo", written.todo());
        }
        json.putAll(DifferenceListing.json(operations, difference, written == null ? List.of() : written.remarks()));
        return json;
    }

    private static String path(Path file) {
        return file.toString().replace(File.separatorChar, '/');
    }
}
