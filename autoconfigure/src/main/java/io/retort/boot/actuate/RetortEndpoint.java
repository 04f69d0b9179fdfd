package io.retort.boot.actuate;

import io.retort.boot.autoconfigure.unit.RetortUnits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.context.ApplicationContext;

/** Says of every unit where its database is, what is pending, and its history. */
@Endpoint(id = "retort")
public final class RetortEndpoint {

    private final ApplicationContext context;

    /** An endpoint for the units of a context and of its parents. */
    public RetortEndpoint(ApplicationContext context) {
        this.context = context;
    }

    /** All units, by context and by name. */
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
                .forEach(unit -> units.put(unit.name(), UnitDescription.of(unit)));
        ApplicationContext parent = context.getParent();
        return new Units(units, parent == null ? null : parent.getId());
    }

    /**
     * What the endpoint answers.
     *
     * @param contexts the application contexts, by id
     */
    public record Contexts(Map<String, Units> contexts) implements OperationResponseBody {}

    /**
     * The units of one application context.
     *
     * @param units by name
     * @param parentId the id of the parent context, if there is one
     */
    public record Units(
            Map<String, UnitDescription> units, @Nullable String parentId) {}
}
