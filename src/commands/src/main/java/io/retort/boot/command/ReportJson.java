package io.retort.boot.command;

import io.retort.RunReport;
import io.retort.run.StepReport;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Converts the report of a run for JSON output. */
final class ReportJson {

    private ReportJson() {}

    /** Returns the report for JSON output. */
    public static Map<String, ?> of(RunReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", report.database());
        json.put("before", report.before());
        json.put("after", report.after());
        json.put("steps", report.steps().stream().map(ReportJson::of).toList());
        return json;
    }

    private static Map<String, ?> of(StepReport step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", step.revision().id());
        json.put("direction", step.direction().name().toLowerCase(Locale.ROOT));
        json.put("statements", step.statements());
        json.put("milliseconds", step.duration().toMillis());
        if (step.reason() != null) {
            json.put("reason", step.reason());
        }
        return json;
    }
}
