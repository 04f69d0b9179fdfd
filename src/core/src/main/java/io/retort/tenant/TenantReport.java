package io.retort.tenant;

import io.retort.error.RetortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of all tenants.
 *
 * @param results of those that were worked on, in the order of the tenants
 * @param notBegun those that were left out, because one before them failed
 * @param duration from the first to the last
 */
public record TenantReport<T>(List<TenantResult<T>> results, List<String> notBegun, Duration duration) {

    private static final int NAMED = 10;

    public TenantReport {
        results = List.copyOf(results);
        notBegun = List.copyOf(notBegun);
    }

    /** What became of those that failed. */
    public List<TenantResult<T>> failures() {
        return results.stream().filter(TenantResult::failed).toList();
    }

    /** How many tenants there are. */
    public int total() {
        return results.size() + notBegun.size();
    }

    /** The failures in words, line by line: each reason once, with those whom it befell and what to do. */
    public List<String> reasons() {
        Map<String, List<String>> tenants = new LinkedHashMap<>();
        for (TenantResult<T> failed : failures()) {
            RetortException failure = Objects.requireNonNull(failed.failure());
            tenants.computeIfAbsent(
                            failure.what() + System.lineSeparator() + failure.action(), reason -> new ArrayList<>())
                    .add(failed.tenant());
        }
        List<String> lines = new ArrayList<>();
        tenants.forEach((reason, names) -> {
            lines.add(named(names) + ":");
            reason.lines().forEach(line -> lines.add("  " + line));
        });
        return lines;
    }

    /** Some of these names, with the number of the others. */
    public static String named(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? some + " and " + (names.size() - NAMED) + " more" : some;
    }

    /** What the work answered for those that did not fail. */
    public List<T> values() {
        return results.stream()
                .filter(result -> !result.failed())
                .map(TenantResult::value)
                .toList();
    }
}
