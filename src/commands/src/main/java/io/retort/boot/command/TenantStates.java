package io.retort.boot.command;

import io.retort.RetortOptions.AheadPolicy;
import io.retort.Status;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.revision.RevisionInfo;
import io.retort.tenant.TenantReport;
import io.retort.tenant.TenantReport.TenantResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code current} for all tenants: groups them by current revision.
 */
final class TenantStates {

    private final AllTenants all;

    /**
     * @param all the tenants
     */
    TenantStates(AllTenants all) {
        this.all = all;
    }

    CommandOutcome run() {
        ToolContext context = all.context();
        TenantReport<Status> report;
        try (ShownWork work = ShownWork.of(context, "Read")) {
            report = all.each(
                    retort -> retort.with(retort.options().withAhead(AheadPolicy.ALLOW))
                            .status(),
                    (result, number, total) -> work.at(number, total, result.tenant()));
        }
        List<Status> known = report.values();
        long behind = known.stream().filter(status -> !status.upToDate()).count();
        if (context.line().has("json")) {
            all.json(report, TenantStates::json);
        } else {
            context.say("Current: " + all.count()
                    + (known.isEmpty() ? "" : all.on(known.get(0).database())));
            places(report)
                    .forEach((place, names) -> context.out()
                            .println(place + "  " + CommandFormats.count(names.size(), "tenant") + ": "
                                    + TenantReport.named(names)));
            all.tellFailures(report);
            context.say(
                    behind == 0
                            ? Advice.of("Nothing is pending.")
                            : Advice.of(
                                    CommandFormats.count((int) behind, "tenant"),
                                    " behind. Next: ",
                                    Advice.command("upgrade")));
        }
        return outcome(report, behind);
    }

    private CommandOutcome outcome(TenantReport<Status> report, long behind) {
        CommandOutcome outcome = all.outcome(report);
        return outcome.status() == ExitStatus.OK
                        && behind > 0
                        && all.context().line().has("check-heads")
                ? new CommandOutcome(ExitStatus.FAILED, behind + " tenants are not at all heads")
                : outcome;
    }

    private static Map<String, List<String>> places(TenantReport<Status> report) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (TenantResult<Status> result : report.results()) {
            if (!result.failed()) {
                places.computeIfAbsent(place(Objects.requireNonNull(result.value())), place -> new ArrayList<>())
                        .add(result.tenant());
            }
        }
        return places;
    }

    private static String place(Status status) {
        String heads = String.join(
                ", ", status.currentHeads().stream().map(RevisionInfo::describe).toList());
        String partial = status.partial().isEmpty() ? "" : ", a partially applied revision";
        return (heads.isEmpty() ? "base" : heads) + partial;
    }

    private static Map<String, ?> json(Status status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", status.database());
        json.put("current", status.currentHeads().stream().map(RevisionInfo::id).toList());
        json.put("pending", status.pending().stream().map(RevisionInfo::id).toList());
        json.put("upToDate", status.upToDate());
        json.put("partial", status.partial().size());
        json.put("unknown", status.unknown().size());
        return json;
    }
}
