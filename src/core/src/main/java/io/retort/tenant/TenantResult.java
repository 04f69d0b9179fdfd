package io.retort.tenant;

import io.retort.error.RetortException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one tenant.
 *
 * @param tenant the schema's name
 * @param value what the work answered; null if it failed
 * @param failure why it failed; null if it did not
 */
public record TenantResult<T>(
        String tenant, @Nullable T value, @Nullable RetortException failure) {

    /** Whether the work failed. */
    public boolean failed() {
        return failure != null;
    }
}
