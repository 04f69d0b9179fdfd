package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportVerdictTests {

    private static final ReportBase BASE =
            new ReportBase("main", "c0ffee", null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    @Test
    void aRuleIsNamedOnceWhateverItsNumberOfFindings() {
        List<Map<String, Object>> findings = new ArrayList<>();
        for (int change = 0; change < 30; change++) {
            findings.add(finding("info", "stricter-constraint", "a1"));
        }
        findings.add(finding("error", "rename-column", "a1"));
        findings.add(finding("error", "rename-column", "b2"));
        findings.add(finding("warning", "drop-column", "c3"));
        List.of("a1", "b2", "c3", "d4").forEach(id -> findings.add(finding("warning", "big-update", id)));

        Map<String, Object> verdict =
                ReportVerdict.of(BASE, Map.of(), Map.of("findings", findings), Map.of(), List.of(), List.of("a1"));

        assertThat(verdict).containsEntry("outcome", "blocked");
        assertThat(verdict.get("reasons"))
                .isEqualTo(List.of(
                        "Lint error rename-column in revisions a1, b2: 2 changes.",
                        "Lint info stricter-constraint in revision a1: 30 changes.",
                        "Lint warning drop-column in revision c3.",
                        "Lint warning big-update in 4 revisions: 4 changes."));
    }

    private static Map<String, Object> finding(String level, String rule, String revision) {
        return Map.of("level", level, "rule", rule, "revision", revision);
    }
}
