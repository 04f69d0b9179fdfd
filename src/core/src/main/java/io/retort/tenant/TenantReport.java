package io.retort.tenant;

import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The results of a run over all tenants.
 *
 * @param <T> the result of the work for one tenant
 * @param results one result per tenant that was started, in the order of the tenants
 * @param notBegun the tenants that were not started, because the run stopped at an earlier failure
 * @param duration the time from the start of the first tenant to the end of the last one
 */
public record TenantReport<T>(List<TenantResult<T>> results, List<String> notBegun, Duration duration) {

    private static final int NAMED = 10;

    public TenantReport {
        results = List.copyOf(results);
        notBegun = List.copyOf(notBegun);
    }

    /** Returns the results of the tenants that failed. */
    public List<TenantResult<T>> failures() {
        return results.stream().filter(TenantResult::failed).toList();
    }

    /** Returns the number of tenants, started or not. */
    public int total() {
        return results.size() + notBegun.size();
    }

    /**
     * Returns the failures as lines of text. Each distinct failure appears once, after the tenants that it concerns,
     * with what to do.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> reasons(AdviceStyle style) {
        Map<String, List<String>> tenants = new LinkedHashMap<>();
        for (TenantResult<T> failed : failures()) {
            RetortException failure = Objects.requireNonNull(failed.failure());
            tenants.computeIfAbsent(
                            failure.what()
                                    + System.lineSeparator()
                                    + failure.advice().in(style),
                            reason -> new ArrayList<>())
                    .add(failed.tenant());
        }
        List<String> lines = new ArrayList<>();
        tenants.forEach((reason, names) -> {
            lines.add(named(names) + ":");
            reason.lines().forEach(line -> lines.add("  " + line));
        });
        return lines;
    }

    /** Joins at most ten names and adds the number of the others, for example {@code a, b and 12 more}. */
    public static String named(List<String> names) {
        String some = PrintableText.joined(String.join(", ", names.subList(0, Math.min(NAMED, names.size()))));
        return names.size() > NAMED ? some + " and " + (names.size() - NAMED) + " more" : some;
    }

    /** Returns the results of the work of the tenants that did not fail. */
    public List<T> values() {
        return results.stream()
                .filter(result -> !result.failed())
                .map(TenantResult::value)
                .toList();
    }

    /**
     * The result of the work for one tenant.
     *
     * @param <T> the result of the work
     * @param tenant the tenant's name
     * @param value what the work returned; null if it failed
     * @param failure why the work failed; null if it did not
     */
    public record TenantResult<T>(
            String tenant, @Nullable T value, @Nullable RetortException failure) {

        /** Returns whether the work failed. */
        public boolean failed() {
            return failure != null;
        }
    }
}
