package io.retort.boot.autoconfigure;

import io.retort.Retort;

/**
 * A database with a history of its own. An application has one, called {@code default}, or those of
 * {@code retort.units}.
 *
 * @param name what it is called in {@code retort.units.<name>}, in logs and in commands
 * @param retort its front door
 */
public record RetortUnit(String name, Retort retort) {

    /** The unit of an application that has only one. */
    public static final String DEFAULT = "default";
}
