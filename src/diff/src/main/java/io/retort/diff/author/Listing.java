package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats a difference for every command that prints one. */
final class Listing {

    private Listing() {}

    static List<String> of(List<Operation> operations, Difference difference) {
        List<String> lines = new ArrayList<>();
        operations.forEach(operation -> lines.add("  " + onOneLine(operation.describe())));
        lines.addAll(caveats(difference));
        difference.remarks().forEach(remark -> lines.add("remark: " + onOneLine(remark)));
        if (!difference.notOurs().isEmpty()) {
            lines.add("not ours, left alone: " + String.join(", ", difference.notOurs()));
        }
        return lines;
    }

    /** Defaults, comments and database errors can contain line breaks. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\R", "\\\\n");
    }

    static List<String> caveats(Difference difference) {
        List<String> lines = new ArrayList<>();
        difference.caveats().open().forEach(skipped -> lines.add("skipped: " + onOneLine(skipped)));
        difference.caveats().limits().forEach(limit -> lines.add("note: " + onOneLine(limit)));
        return lines;
    }

    static Map<String, Object> json(List<Operation> operations, Difference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operations", operations.stream().map(Operation::describe).toList());
        json.put("skipped", difference.caveats().open());
        json.put("notes", difference.caveats().limits());
        json.put("warnings", difference.remarks());
        json.put("notOurs", difference.notOurs());
        return json;
    }
}
