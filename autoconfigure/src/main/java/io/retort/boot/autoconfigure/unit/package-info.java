/**
 * Units: a database with a history of its own, of which an application has one or several.
 *
 * <p>What a unit is set to is read from {@code retort.units.<name>} and, where that says nothing, from {@code retort}; which
 * database it is, from the application's data sources. Units are made here and start nothing: {@code start} upgrades them,
 * {@code tool} runs commands on them. May import Spring's beans and JDBC, the properties, the connection details and core.
 */
@NullMarked
package io.retort.boot.autoconfigure.unit;

import org.jspecify.annotations.NullMarked;
