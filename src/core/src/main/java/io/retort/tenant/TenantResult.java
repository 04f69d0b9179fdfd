package io.retort.tenant;

import io.retort.error.RetortException;
import org.jspecify.annotations.Nullable;

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
