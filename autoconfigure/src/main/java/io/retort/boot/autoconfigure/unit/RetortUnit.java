package io.retort.boot.autoconfigure.unit;

import io.retort.Retort;

/**
 * A database with a history of its own. An application has one, called {@code default}, or those of
 * {@code retort.units}.
 *
 * @param settings what it is set to
 * @param retort its front door
 * @param database where it is
 */
public record RetortUnit(UnitSettings settings, Retort retort, RetortDatabase database) {

    /** The unit of an application that has only one. */
    public static final String DEFAULT = "default";

    /** What it is called in {@code retort.units.<name>}, in logs and in commands. */
    public String name() {
        return settings.name();
    }
}
