package io.retort.diff.author;

import io.retort.error.ExitStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far entities and database are apart.
 *
 * @param difference what was compared
 * @param remarks what a person should know besides, in words
 */
public record Drift(Difference difference, List<String> remarks) {

    public Drift {
        remarks = List.copyOf(remarks);
    }

    public Drift(Difference difference) {
        this(difference, List.of());
    }

    /** Whether they agree. */
    public boolean none() {
        return difference.operations().isEmpty();
    }

    /** How a check ends that found this. */
    public ExitStatus status() {
        return none() ? ExitStatus.OK : ExitStatus.DIFFERENCES;
    }

    /** The drift for people, line by line; the last line says what to type next. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        int count = difference.operations().size();
        lines.add(
                none()
                        ? "Nothing to do: entities and database agree."
                        : "Entities and database differ in " + count + (count == 1 ? " place:" : " places:"));
        lines.addAll(Listing.of(difference.operations(), difference));
        lines.addAll(remarks);
        if (!none()) {
            lines.add("next: mvn migrate:revision -Dmessage=\"...\"");
        }
        return lines;
    }

    /** The drift for machines. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agree", none());
        json.put("remarks", remarks);
        json.putAll(Listing.json(difference.operations(), difference));
        return json;
    }
}
