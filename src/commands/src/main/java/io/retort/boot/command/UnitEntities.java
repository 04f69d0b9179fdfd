package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.error.RetortException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Selects the entities of a unit.
 */
final class UnitEntities {

    private final RetortUnit unit;
    private final Map<String, CapturedMetadata> models;

    /**
     * @param unit the unit
     * @param models Hibernate's metadata by the names of the entity manager factory beans
     */
    UnitEntities(RetortUnit unit, Map<String, CapturedMetadata> models) {
        this.unit = unit;
        this.models = models;
    }

    /**
     * Returns false only for one of several units that has no entity manager factory on its database and names none.
     */
    boolean isPresent() {
        return unit.settings().own() == null
                || unit.settings().entityManagerFactory().isPresent()
                || !ours().isEmpty();
    }

    /**
     * Returns the metadata of the unit's entities.
     *
     * @throws RetortException if several persistence units qualify, or no unit does
     */
    CapturedMetadata get() {
        Optional<String> named = unit.settings().entityManagerFactory();
        if (named.isPresent()) {
            return named(named.get());
        }
        if (models.size() == 1 && unit.settings().own() == null) {
            return models.values().iterator().next();
        }
        List<CapturedMetadata> ours = ours();
        if (ours.size() == 1) {
            return ours.get(0);
        }
        throw unit.settings().own() == null ? unmarked(ours.size()) : unnamed(ours.size());
    }

    private CapturedMetadata named(String bean) {
        CapturedMetadata model = models.get(bean);
        if (model == null) {
            throw CommandLine.usage(
                    "The property " + property() + "=" + bean
                            + " does not name an entity manager factory of this application.",
                    "Its entity manager factories are " + beans() + ".");
        }
        return model;
    }

    private List<CapturedMetadata> ours() {
        return models.values().stream()
                .filter(model -> model.dataSource() != null && unit.database().usesDataSource(model.dataSource()))
                .toList();
    }

    private RetortException unmarked(int count) {
        return new RetortException(
                "The application has several persistence units ("
                        + models.values().stream().map(CapturedMetadata::unit).collect(Collectors.joining(", "))
                        + "), and " + count + " of them use the data source that Retort upgrades.",
                "Mark the data source that Retort manages with @RetortDataSource.");
    }

    private RetortException unnamed(int count) {
        return new RetortException(
                "Of the entity manager factories (" + beans() + ") " + count + " use the database of the unit "
                        + unit.name() + ", so it is not clear which entities belong to the unit.",
                "Select one: " + property() + "=" + models.keySet().iterator().next() + ".");
    }

    private String property() {
        return unit.settings().property("entity-manager-factory");
    }

    private String beans() {
        return models.keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
