package io.retort.boot.actuate;

import io.retort.Retort;
import io.retort.Status;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.UnitTenants;
import io.retort.tenant.TenantReport;
import io.retort.tenant.TenantReport.TenantResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tenants of a unit in the endpoint's response.
 *
 * @param total the number of tenants
 * @param upToDate the number of tenants without pending revisions
 * @param behind the names of the tenants with pending revisions
 * @param problems why the status of a tenant could not be read, by the tenant's name
 * @param names the names of all tenants
 */
public record TenantsDescription(
        int total, int upToDate, List<String> behind, Map<String, String> problems, List<String> names) {

    public TenantsDescription {
        names = List.copyOf(names);
    }

    static TenantsDescription of(RetortUnit unit, UnitTenants tenants) {
        UnitTenants.Found found = tenants.find();
        RetortUnit loaded = unit.loaded();
        TenantReport<Status> report = tenants.run((result, number, total) -> {}).run(found.names(), tenant -> {
            found.require(tenant);
            Retort retort = loaded.in(tenant).retort();
            return retort.status();
        });
        List<String> behind = new ArrayList<>();
        Map<String, String> problems = new LinkedHashMap<>();
        for (TenantResult<Status> result : report.results()) {
            if (result.failure() != null) {
                problems.put(result.tenant(), result.failure().what());
            } else if (!Objects.requireNonNull(result.value()).upToDate()) {
                behind.add(result.tenant());
            }
        }
        int upToDate = report.results().size() - behind.size() - problems.size();
        return new TenantsDescription(found.names().size(), upToDate, behind, problems, found.names());
    }
}
