/**
 * How a database server is had: from binaries on the class path, or from a container.
 *
 * <p>A {@link io.retort.testkit.launch.Launcher} starts one server, stops it when this JVM ends, and answers with a
 * {@link io.retort.testkit.engine.Login} that may create databases. MariaDB and MySQL are initialised once into a
 * template folder that all JVMs of a machine share and copied per start, which makes ten seconds two. Only this package
 * knows the embedded binaries and Testcontainers. It imports {@code engine} and {@code launch.folder}.
 */
@NullMarked
package io.retort.testkit.launch;

import org.jspecify.annotations.NullMarked;
