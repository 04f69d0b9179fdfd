/**
 * Starts database servers, from binaries on the class path or in a container.
 *
 * <p>A {@link io.retort.testkit.launch.Launcher} starts one server, stops it when this JVM ends, and returns a
 * {@link io.retort.testkit.engine.Login} with the privilege to create databases. MariaDB and MySQL are initialized once
 * into a template folder, which all JVMs of a machine share and copy for each start. This reduces ten seconds to two.
 * Only this package uses the embedded binaries and Testcontainers. It imports {@code engine} and {@code launch.folder}.
 */
@NullMarked
package io.retort.testkit.launch;

import org.jspecify.annotations.NullMarked;
