package io.retort.boot.command;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.error.Advice;
import io.retort.internal.text.PrintableText;
import io.retort.revision.Direction;
import io.retort.tenant.TenantReport;
import io.retort.tenant.TenantReport.TenantResult;
import io.retort.tenant.TenantRun;
import java.util.List;
import java.util.function.Function;

/** {@code upgrade}, {@code downgrade} and {@code stamp} for all tenants. */
final class TenantMigrations {

    /**
     * Up to this number of tenants, each that changes has a line of output. With more, only about twenty lines are
     * printed.
     */
    private static final int EACH = 20;

    private final AllTenants all;
    private final ToolContext context;
    private boolean begun;

    TenantMigrations(AllTenants all) {
        this.all = all;
        this.context = all.context();
    }

    CommandOutcome run() {
        Function<Retort, RunReport> move = move(context.line());
        TenantReport<RunReport> report;
        try (ShownWork work = ShownWork.of(context, verb())) {
            report = all.each(
                    retort -> move.apply(retort.with(new ConsoleLockWaits(context.talk()))),
                    (result, number, total) -> printResult(result, number, total, work));
        }
        if (context.line().has("json")) {
            all.json(report, ReportJson::of);
        } else {
            context.out().println(begun ? summary(report) : nothing(report));
            all.tellFailures(report);
        }
        if (begun) {
            context.say(next(report));
        }
        return all.outcome(report);
    }

    private static Function<Retort, RunReport> move(CommandLine line) {
        if (line.command().equals("stamp")) {
            List<String> targets = StampCommand.targets(line);
            return retort -> retort.stamp(targets, line.has("purge"));
        }
        Direction direction = line.command().equals("upgrade") ? Direction.UP : Direction.DOWN;
        String target = new MigrateCommand(direction).target(line);
        return retort -> direction == Direction.UP
                ? retort.upgrade(target)
                : MigrateCommand.permitted(retort, line).downgrade(target);
    }

    /** Prints nothing until a tenant has something to do. */
    private void printResult(TenantResult<?> result, int number, int total, ShownWork work) {
        work.at(number, total, result.tenant());
        boolean idle =
                result.value() instanceof RunReport report && report.steps().isEmpty();
        if (!begun && !idle) {
            begun = true;
            work.say(verb() + " " + CommandFormats.count(total, "tenant") + ", " + Math.min(parallel(), total)
                    + " at a time");
        }
        if (result.failed() || begun && (total <= EACH ? !idle : number % (total / EACH) == 0)) {
            work.say(
                    "  " + number + " of " + total + "  " + PrintableText.joined(result.tenant()) + "  " + did(result));
        }
    }

    private int parallel() {
        TenantRun run = context.unit().tenants().orElseThrow().run((result, number, total) -> {});
        return run.parallel();
    }

    private static String did(TenantResult<?> result) {
        if (!(result.value() instanceof RunReport report)) {
            return "failed";
        }
        return report.steps().isEmpty()
                ? "nothing to do"
                : CommandFormats.count(report.steps().size(), "revision") + " in "
                        + CommandFormats.seconds(report.duration()) + CommandFormats.recorded(report);
    }

    private String verb() {
        return switch (context.line().command()) {
            case "upgrade" -> "Upgrade";
            case "downgrade" -> "Downgrade";
            default -> "Stamp";
        };
    }

    private String nothing(TenantReport<RunReport> report) {
        List<RunReport> done = report.values();
        return "Nothing to do for " + CommandFormats.count(report.total(), "tenant")
                + all.on(done.get(0).database()) + ".";
    }

    private String summary(TenantReport<RunReport> report) {
        List<RunReport> done = report.values();
        long moved = done.stream().filter(one -> !one.steps().isEmpty()).count();
        String past = verb() + (verb().endsWith("e") ? "d " : "ed ");
        return past + moved + " of " + CommandFormats.count(report.total(), "tenant")
                + (done.isEmpty() ? "" : all.on(done.get(0).database())) + " in "
                + CommandFormats.seconds(report.duration())
                + part(done.size() - moved, "had nothing to do")
                + part(report.failures().size(), "failed")
                + part(report.notBegun().size(), "not started") + ".";
    }

    private static String part(long number, String what) {
        return number == 0 ? "" : ", " + number + " " + what;
    }

    private static Advice next(TenantReport<RunReport> report) {
        return report.failures().isEmpty()
                ? Advice.of("Next: ", Advice.command("current"), " shows their current heads.")
                : Advice.of(
                        "Next: the same command continues with the remaining tenants; for one tenant: ",
                        Advice.option("tenant", report.failures().get(0).tenant()),
                        ".");
    }
}
