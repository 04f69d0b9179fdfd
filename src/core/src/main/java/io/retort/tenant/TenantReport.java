package io.retort.tenant;

import java.time.Duration;
import java.util.List;

/**
 * What became of all tenants.
 *
 * @param results of those that were worked on, in the order of the tenants
 * @param notBegun those that were left out, because one before them failed
 * @param duration from the first to the last
 */
public record TenantReport<T>(List<TenantResult<T>> results, List<String> notBegun, Duration duration) {

    public TenantReport {
        results = List.copyOf(results);
        notBegun = List.copyOf(notBegun);
    }

    /** What became of those that failed. */
    public List<TenantResult<T>> failures() {
        return results.stream().filter(TenantResult::failed).toList();
    }

    /** What the work answered for those that did not fail. */
    public List<T> values() {
        return results.stream()
                .filter(result -> !result.failed())
                .map(TenantResult::value)
                .toList();
    }
}
