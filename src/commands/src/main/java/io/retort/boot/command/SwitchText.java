package io.retort.boot.command;

import io.retort.RunReport;
import io.retort.SwitchPlan;
import io.retort.internal.prepare.StatementLog;
import io.retort.internal.text.PrintableText;
import io.retort.run.EditedRevision;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats the plan of a switch. */
final class SwitchText {

    private SwitchText() {}

    /** Returns how many revisions are reverted, renamed and applied. */
    static String summary(SwitchPlan plan) {
        int down = 0;
        int renamed = 0;
        for (PreparedStep step : plan.steps()) {
            down += step.isUpgrade() ? 0 : 1;
            renamed += step.stored().formerId() == null ? 0 : 1;
        }
        int up = plan.steps().size() - down - renamed;
        List<String> parts = new ArrayList<>();
        if (down > 0) {
            parts.add(CommandFormats.count(down, "revision") + " to revert");
        }
        if (renamed > 0) {
            parts.add(CommandFormats.count(renamed, "revision") + " with a new id");
        }
        if (up > 0) {
            parts.add(CommandFormats.count(up, "revision") + " to apply");
        }
        return String.join(", ", parts);
    }

    /** Returns the steps with their statements, and the rows and values that each of them deletes. */
    static List<String> lines(SwitchPlan plan) {
        List<String> lines = new ArrayList<>();
        for (PreparedStep step : plan.steps()) {
            String formerId = step.stored().formerId();
            String sign = formerId != null ? "= " : step.isUpgrade() ? "+ " : "- ";
            lines.add(sign
                    + step.revision().describe()
                    + (formerId == null
                            ? ""
                            : "  makes the same change as " + PrintableText.joined(formerId)
                                    + ", only its row changes"));
            statements(step).forEach(statement -> lines.add("    " + statement));
            plan.lost().getOrDefault(step.revision().id(), List.of()).stream()
                    .forEach(lost -> lines.add("    lost: " + lost.describe()));
        }
        return lines;
    }

    private static List<String> statements(PreparedStep step) {
        List<String> statements = new ArrayList<>();
        for (PreparedOperation operation : step.operations()) {
            operation
                    .statements()
                    .forEach(statement -> statements.add(StatementLog.shown(statement, operation.syntax())));
        }
        return statements;
    }

    /** Returns a plan, the edited revisions that it leaves, and what came of it if it was run. */
    static Map<String, Object> json(SwitchPlan plan, List<EditedRevision> edited, @Nullable RunReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", plan.database());
        json.put("plan", plan.steps().stream().map(step -> json(step, plan)).toList());
        json.put("done", report != null || plan.steps().isEmpty());
        if (report != null) {
            json.put("after", report.after());
        }
        json.put("edited", RepairCommand.json(edited));
        return json;
    }

    private static Map<String, Object> json(PreparedStep step, SwitchPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", step.revision().id());
        json.put("direction", step.isUpgrade() ? "up" : "down");
        json.put("formerId", step.stored().formerId());
        json.put("statements", statements(step));
        json.put(
                "lost",
                plan.lost().getOrDefault(step.revision().id(), List.of()).stream()
                        .map(LostRowsJson::of)
                        .toList());
        return json;
    }
}
