package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.internal.json.OperationJson;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats a difference for every command that prints one. */
final class DifferenceListing {

    /** The most objects on one line. */
    private static final int LISTED = 20;

    private DifferenceListing() {}

    static List<String> of(List<Operation> operations, Difference difference, AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        operations.forEach(operation -> lines.add("  " + onOneLine(operation.describe())));
        lines.addAll(caveats(difference));
        difference.remarks().forEach(remark -> lines.add("remark: " + onOneLine(remark)));
        if (!difference.notOurs().isEmpty()) {
            lines.add(notManaged(difference.notOurs(), style));
        }
        List<String> temporary = difference.caveats().temporaryDefaults();
        if (!temporary.isEmpty()) {
            boolean one = temporary.size() == 1;
            lines.add(Advice.of(
                            "temporary default" + (one ? "" : "s") + ", kept for the inserts of an older release: "
                                    + String.join(", ", temporary) + ". When no older release runs, drop "
                                    + (one ? "it" : "them") + " with ",
                            Advice.option("drop", String.join(",", temporary)))
                    .in(style));
        }
        return lines;
    }

    /** An adopted database can have thousands of such objects. */
    private static String notManaged(List<String> objects, AdviceStyle style) {
        String first = "not managed by Retort, ignored: "
                + onOneLine(String.join(", ", objects.subList(0, Math.min(LISTED, objects.size()))));
        return objects.size() <= LISTED
                ? first
                : Advice.of(
                                first + " and " + (objects.size() - LISTED) + " more (all of them with ",
                                Advice.option("json"),
                                ")")
                        .in(style);
    }

    /** Defaults, comments and database errors can contain line breaks. */
    static String onOneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }

    static List<String> caveats(Difference difference) {
        List<String> lines = new ArrayList<>();
        difference.caveats().open().forEach(skipped -> lines.add("skipped: " + onOneLine(skipped)));
        difference.caveats().limits().forEach(limit -> lines.add("remark: " + onOneLine(limit)));
        return lines;
    }

    /** For machines; the remarks are those of the answer itself, of the operations, and what is never compared. */
    static Map<String, Object> json(List<Operation> operations, Difference difference, List<String> remarks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operations", OperationJson.of(operations));
        if (difference.hasEntities()) {
            json.put("differences", ArbitrationListing.json(difference));
        }
        json.put("skipped", difference.caveats().open());
        List<String> all = new ArrayList<>(remarks);
        all.addAll(difference.remarks());
        all.addAll(difference.caveats().limits());
        json.put("remarks", all);
        json.put("notOurs", difference.notOurs());
        if (!difference.caveats().temporaryDefaults().isEmpty()) {
            json.put("temporaryDefaults", difference.caveats().temporaryDefaults());
        }
        return json;
    }
}
