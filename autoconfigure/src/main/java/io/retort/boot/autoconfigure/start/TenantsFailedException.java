package io.retort.boot.autoconfigure.start;

import io.retort.error.RetortException;
import io.retort.tenant.TenantReport;
import java.util.Objects;
import java.util.stream.Collectors;

/** Some tenants' schemas are not as the application needs them; the cause is the first one's failure. */
final class TenantsFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param report of all tenants, at least one of them failed
     * @param property where the unit's tenants are told of
     */
    TenantsFailedException(TenantReport<?> report, String property) {
        super(
                what(report, property),
                "Mend them and start again: what is upgraded stays so. One by itself: mvn migrate:upgrade -Dtenant="
                        + report.failures().get(0).tenant() + ". " + property
                        + ".tolerate-failures=true starts without them.",
                Objects.requireNonNull(report.failures().get(0).failure()).status(),
                report.failures().get(0).failure());
    }

    private static String what(TenantReport<?> report, String property) {
        return report.failures().size() + " of " + report.total() + " tenants failed." + System.lineSeparator()
                + report.reasons().stream().map(line -> "  " + line).collect(Collectors.joining(System.lineSeparator()))
                + (report.notBegun().isEmpty()
                        ? ""
                        : System.lineSeparator() + "  not begun, because of " + property + ".stop-on-failure: "
                                + TenantReport.named(report.notBegun()));
    }
}
