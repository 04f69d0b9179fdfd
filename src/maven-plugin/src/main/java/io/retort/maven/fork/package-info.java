/**
 * The forked JVM of the application: its main class, class path, arguments and result.
 *
 * <p>Only {@code ForkedTool} starts a process; the other classes compute their results from their parameters where
 * possible. May import Maven, its resolver and Spring Boot's main class finder.
 */
@NullMarked
package io.retort.maven.fork;

import org.jspecify.annotations.NullMarked;
