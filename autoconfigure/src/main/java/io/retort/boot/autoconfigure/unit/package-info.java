/**
 * Units: databases that each have their own history. An application has one or several.
 *
 * <p>A unit's settings come from {@code retort.units.<name>} and, where that is not set, from {@code retort}; its
 * database from the application's data sources. This package creates units and runs nothing: {@code start} upgrades
 * them, {@code tool} runs commands on them. May import Spring's beans and JDBC, the properties, the connection details
 * and core.
 */
@NullMarked
package io.retort.boot.autoconfigure.unit;

import org.jspecify.annotations.NullMarked;
