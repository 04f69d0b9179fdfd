package io.retort.boot.autoconfigure;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import io.retort.tenant.TenantReport;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Thrown when some tenants could not be upgraded or verified. The cause is the failure of the first of them.
 */
final class TenantsFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param report the results of all tenants, with at least one failure
     * @param property the prefix of the unit's tenant properties, such as {@code retort.tenants}
     * @param style renders what to do about each failure
     */
    TenantsFailedException(TenantReport<?> report, String property, AdviceStyle style) {
        super(
                what(report, property, style),
                Advice.of(
                        "Correct these failures and start again; the other tenants stay upgraded. To upgrade one tenant: ",
                        Advice.command(
                                "upgrade",
                                Advice.option("tenant", report.failures().get(0).tenant())),
                        ". ",
                        Advice.setting("tenants.tolerate-failures", "true"),
                        " starts the application without the failed tenants."),
                Objects.requireNonNull(report.failures().get(0).failure()).status(),
                report.failures().get(0).failure());
    }

    private static String what(TenantReport<?> report, String property, AdviceStyle style) {
        return report.failures().size() + " of " + report.total() + " tenants failed." + System.lineSeparator()
                + report.reasons(style).stream()
                        .map(line -> "  " + line)
                        .collect(Collectors.joining(System.lineSeparator()))
                + (report.notBegun().isEmpty()
                        ? ""
                        : System.lineSeparator() + "  not started, because of " + property + ".stop-on-failure: "
                                + TenantReport.named(report.notBegun()));
    }
}
