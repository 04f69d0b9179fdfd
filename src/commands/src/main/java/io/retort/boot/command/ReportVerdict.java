package io.retort.boot.command;

import io.retort.run.EditedRevision;
import io.retort.run.PreparedStep.LossKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums a report up in one sentence with reasons. */
final class ReportVerdict {

    /** The number of revisions that a sentence names. */
    private static final int LISTED = 3;

    private final List<String> blocking = new ArrayList<>();
    private final List<String> noteworthy = new ArrayList<>();
    private final Set<String> added;

    private ReportVerdict(Set<String> added) {
        this.added = added;
    }

    static Map<String, Object> of(
            ReportBase base,
            Map<String, Object> changes,
            Map<String, Object> lint,
            Map<String, Object> differences,
            List<EditedRevision> edited,
            List<String> heads) {
        ReportVerdict verdict = new ReportVerdict(Set.copyOf(base.added()));
        verdict.judge(base, heads);
        list(changes, "revisions").forEach(verdict::judgeChange);
        verdict.judgeFindings(list(lint, "findings"));
        int different = list(differences, "differences").size();
        if (different > 0) {
            verdict.noteworthy.add(
                    "Entities, revisions and database differ in " + CommandFormats.count(different, "place") + ".");
        }
        edited.forEach(revision -> verdict.blocking.add(
                "Revision " + revision.revision().id() + " was edited after the database applied it."));
        return verdict.json(list(changes, "revisions").size(), base.commit() != null);
    }

    private void judge(ReportBase base, List<String> heads) {
        if (heads.size() > 1) {
            blocking.add("The history has " + heads.size() + " heads: " + String.join(", ", heads) + ".");
        }
        if (!base.absent().isEmpty()) {
            noteworthy.add("The base has " + CommandFormats.count(base.absent().size(), "revision")
                    + " that this branch lacks.");
        }
        if (!base.deleted().isEmpty()) {
            noteworthy.add(
                    "This branch deletes " + CommandFormats.count(base.deleted().size(), "revision") + " of the base.");
        }
        base.edited().forEach(id -> blocking.add("Revision " + id + " of the base was edited."));
    }

    private void judgeChange(Map<String, Object> change) {
        if (change.containsKey("irreversible")) {
            noteworthy.add("Revision " + change.get("revision") + " cannot be reverted.");
        }
        List<Map<String, Object>> lost = list(change, "lost");
        if (lost.stream().anyMatch(loss -> !isNotJudged(loss) && !isOfNewObject(loss))) {
            noteworthy.add("Reverting revision " + change.get("revision") + " deletes or overwrites data.");
        }
        if (lost.stream().anyMatch(ReportVerdict::isNotJudged)) {
            noteworthy.add("Reverting revision " + change.get("revision")
                    + " runs SQL or Java code that is not judged; it can delete more data.");
        }
        list(change, "products").stream()
                .filter(product -> product.containsKey("missing"))
                .forEach(product -> blocking.add(
                        "Revision " + change.get("revision") + " does not run on " + product.get("product") + "."));
    }

    /** No database that has only the base can have rows in a table or column that this branch creates. */
    private boolean isOfNewObject(Map<String, Object> loss) {
        return loss.get("created") instanceof String revision && added.contains(revision);
    }

    private static boolean isNotJudged(Map<String, Object> loss) {
        return LossKind.NOT_JUDGED.label().equals(loss.get("kind"));
    }

    /** Says each rule once: a revision that changes many tables has the same finding for each of them. */
    private void judgeFindings(List<Map<String, Object>> findings) {
        findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.get("level") + " " + finding.get("rule"),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((rule, same) -> (rule.startsWith("error ") ? blocking : noteworthy).add(sentence(rule, same)));
    }

    private static String sentence(String rule, List<Map<String, Object>> findings) {
        List<String> revisions = findings.stream()
                .map(finding -> String.valueOf(finding.get("revision")))
                .distinct()
                .toList();
        String where = revisions.size() > LISTED
                ? CommandFormats.count(revisions.size(), "revision")
                : (revisions.size() == 1 ? "revision " : "revisions ") + String.join(", ", revisions);
        return "Lint " + rule + " in " + where
                + (findings.size() == 1 ? "." : ": " + CommandFormats.count(findings.size(), "change") + ".");
    }

    private Map<String, Object> json(int changes, boolean hasBase) {
        String outcome = !blocking.isEmpty() ? "blocked" : !noteworthy.isEmpty() ? "attention" : "ready";
        String changed = !hasBase
                ? "There is no base to compare with"
                : changes == 0 ? "No revision changed" : CommandFormats.count(changes, "revision") + " changed";
        List<String> reasons = new ArrayList<>(blocking);
        reasons.addAll(noteworthy);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", outcome);
        json.put(
                "sentence",
                switch (outcome) {
                    case "blocked" -> changed + ". Correct this before you merge:";
                    case "attention" -> changed + ". Look at this before you merge:";
                    default -> changed + (hasBase ? ". It is ready to merge." : ". Nothing else needs attention.");
                });
        json.put("reasons", reasons);
        return json;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
        Object list = json.get(name);
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }
}
