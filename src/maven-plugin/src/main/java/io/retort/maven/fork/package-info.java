/**
 * The forked JVM of the application: its main class, class path, arguments and result.
 *
 * <p>{@code ForkedTool} starts the application, and {@code ArchiveWriter} the JVM that creates a class data archive; the
 * other classes compute their results from their parameters where possible. {@code ApplicationLauncher} and
 * {@code ArchiveWriter} are main classes of other JVMs, which have only the JDK. May import Maven, its resolver and Spring
 * Boot's main class finder.
 */
@NullMarked
package io.retort.maven.fork;

import org.jspecify.annotations.NullMarked;
