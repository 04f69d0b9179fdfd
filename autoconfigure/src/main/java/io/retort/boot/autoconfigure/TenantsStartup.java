package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.error.RetortException;
import io.retort.internal.history.History;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.PrintableText;
import io.retort.revision.RevisionGraph;
import io.retort.tenant.TenantReport;
import java.time.Duration;
import java.util.List;

/** Runs the start mode for all tenants of a unit and logs one line about the result. */
final class TenantsStartup {

    private static final PrintableLog LOG = PrintableLog.of(UnitStartup.class);

    private final RetortUnit unit;
    private final UnitTenants tenants;
    private final UnitStartup.Surroundings around;
    private final String who;
    private final long begun = System.nanoTime();

    TenantsStartup(RetortUnit unit, UnitStartup.Surroundings around, String who) {
        this.unit = unit;
        this.tenants = unit.tenants().orElseThrow();
        this.around = around;
        this.who = who;
    }

    /**
     * Runs the start mode for all tenants.
     *
     * @throws RetortException if a tenant failed and {@code tolerate-failures} is not set
     */
    void run() {
        RetortUnit loaded = unit.loaded();
        RevisionGraph graph = loaded.retort().graph();
        if (graph.size() == 0) {
            LOG.warn(
                    "{}: no revision was found in {}, nothing to do",
                    who,
                    String.join(", ", unit.settings().locations()));
            return;
        }
        graph.warnings().forEach(oddity -> LOG.warn("{}: {}", who, oddity.describe()));
        UnitTenants.Found found = tenants.find();
        if (found.names().isEmpty()) {
            LOG.info("{}: there are no tenants, nothing to do", who);
            return;
        }
        try (TenantProgress progress = new TenantProgress(who, found.names().size())) {
            logReport(tenants.run(progress).run(found.names(), tenant -> {
                found.require(tenant);
                return progress.running(tenant, () -> work(tenant, loaded));
            }));
        }
    }

    private void logReport(TenantReport<StartupModeRunner.Done> report) {
        LOG.info("{}: {}", who, summary(report));
        if (report.failures().isEmpty()) {
            return;
        }
        RetortException failure =
                new TenantsFailedException(report, unit.settings().property("tenants"), around.style(unit));
        if (!tenants.tolerated()) {
            throw failure;
        }
        LOG.paragraph(who, failure.what());
    }

    private StartupModeRunner.Done work(String tenant, RetortUnit loaded) {
        String teller = who + ", tenant " + PrintableText.joined(tenant);
        RetortUnit there = loaded.in(tenant);
        Retort retort = there.retort().with(new RunLogger(teller));
        if (around.strategy() != null) {
            around.strategy().accept(retort);
            return new StartupModeRunner.Done("", "", 0, List.of());
        }
        StartupModeRunner.Done done = work(there, retort, teller).run(History.read(retort.sources()));
        done.logUnknown(teller, unit.settings());
        return done;
    }

    private StartupModeRunner work(RetortUnit there, Retort retort, String teller) {
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        Duration waitTimeout = unit.settings().common().getWait().getTimeout().minus(waited);
        return new StartupModeRunner(
                retort,
                unit.settings(),
                there.database()::dataSource,
                waitTimeout.isNegative() ? Duration.ZERO : waitTimeout,
                new LaterWork(
                        around.later(),
                        around.style(unit),
                        teller,
                        retort.at(there.database().dataSource()),
                        target -> work(there, retort, teller).to(target)));
    }

    private String summary(TenantReport<StartupModeRunner.Done> report) {
        List<StartupModeRunner.Done> done = report.values();
        String database = tenants.areDatabases()
                ? ""
                : done.stream()
                        .map(StartupModeRunner.Done::database)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .map(name -> name + ": ")
                        .orElse("");
        int total = report.total();
        long changed = done.stream().filter(one -> one.steps() > 0).count();
        return database + total + (total == 1 ? " tenant" : " tenants") + ": " + changed + " upgraded, "
                + (done.size() - changed) + " " + same() + ", "
                + report.failures().size() + " failed"
                + (report.notBegun().isEmpty() ? "" : ", " + report.notBegun().size() + " not started") + " in "
                + HumanDuration.of(report.duration());
    }

    private String same() {
        return switch (unit.settings().mode()) {
            case VERIFY -> "verified";
            case WAIT -> "upgraded by another instance";
            default -> "with nothing to do";
        };
    }
}
