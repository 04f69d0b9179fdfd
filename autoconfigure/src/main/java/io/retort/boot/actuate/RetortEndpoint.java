package io.retort.boot.actuate;

import io.retort.boot.autoconfigure.RetortUnits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.context.ApplicationContext;

/**
 * Actuator endpoint {@code retort}: the status of each unit's database, its pending revisions and its history.
 * Read-only.
 */
@Endpoint(id = "retort")
public final class RetortEndpoint {

    private final ApplicationContext context;

    /**
     * Creates an endpoint for the units of an application context and its parents.
     *
     * @param context the application context; never null
     */
    public RetortEndpoint(ApplicationContext context) {
        this.context = context;
    }

    /**
     * Reads the status of all units.
     *
     * @return the units by application context and name; never null
     */
    @ReadOperation
    public Contexts units() {
        Map<String, Units> contexts = new LinkedHashMap<>();
        for (ApplicationContext one = context; one != null; one = one.getParent()) {
            contexts.put(String.valueOf(one.getId()), units(one));
        }
        return new Contexts(contexts);
    }

    private static Units units(ApplicationContext context) {
        Map<String, UnitDescription> units = new LinkedHashMap<>();
        context.getBeanProvider(RetortUnits.class).stream()
                .flatMap(found -> found.all().stream())
                .forEach(unit -> units.put(unit.name(), UnitDescription.withLock(unit)));
        ApplicationContext parent = context.getParent();
        return new Units(units, parent == null ? null : parent.getId());
    }

    /**
     * Response of the endpoint.
     *
     * @param contexts the application contexts by id
     */
    public record Contexts(Map<String, Units> contexts) implements OperationResponseBody {}

    /**
     * Units of one application context.
     *
     * @param units the units by name
     * @param parentId the id of the parent context, or null if the context has no parent
     */
    public record Units(
            Map<String, UnitDescription> units, @Nullable String parentId) {}
}
