package io.retort.revision;

import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The expected or actual result of a case of the corpus. Absent parts are null.
 *
 * @param error the category of an error
 * @param steps ids with their directions, in order
 * @param revisions ids, in order for a history
 * @param heads the current heads afterwards
 * @param rows the current heads after each step
 */
record ConformanceAnswer(
        @Nullable String error,
        @Nullable List<String> steps,
        @Nullable List<String> revisions,
        @Nullable Set<String> heads,
        @Nullable List<Set<String>> rows) {

    static ConformanceAnswer of(JsonNode json) {
        return new ConformanceAnswer(
                json.has("error") ? json.get("error").asString() : null,
                json.has("steps")
                        ? json.get("steps")
                                .valueStream()
                                .map(step -> step.get(0).asString() + " "
                                        + step.get(1).asString())
                                .toList()
                        : null,
                json.has("revs") ? texts(json.get("revs")) : null,
                json.has("headsAfter") ? Set.copyOf(texts(json.get("headsAfter"))) : null,
                json.has("rows")
                        ? json.get("rows")
                                .valueStream()
                                .map(row -> Set.copyOf(texts(row)))
                                .toList()
                        : null);
    }

    static ConformanceAnswer refused(RevisionException refusal) {
        return new ConformanceAnswer(category(refusal.reason()), null, null, null, null);
    }

    static ConformanceAnswer listed(List<RevisionInfo> revisions) {
        return new ConformanceAnswer(
                null, null, revisions.stream().map(RevisionInfo::id).toList(), null, null);
    }

    static ConformanceAnswer moved(RevisionGraph graph, Plan plan) {
        List<String> steps = plan.steps().stream()
                .map(step ->
                        step.revision().id() + " " + step.direction().name().toLowerCase(Locale.ROOT))
                .toList();
        return new ConformanceAnswer(null, steps, null, plan.after(), rows(graph, plan));
    }

    private static List<Set<String>> rows(RevisionGraph graph, Plan plan) {
        Set<String> applied = new HashSet<>();
        graph.ancestors(plan.before().stream().filter(graph::contains).toList(), true)
                .forEach(revision -> applied.add(revision.id()));
        List<Set<String>> rows = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.direction() == Direction.UP) {
                applied.add(step.revision().id());
            } else {
                applied.remove(step.revision().id());
            }
            rows.add(graph.heads(applied));
        }
        return rows;
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String category(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
