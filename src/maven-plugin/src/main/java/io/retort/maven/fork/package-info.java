/**
 * Starting the application in another JVM: which class, on which class path, with which arguments, and what came of it.
 *
 * <p>Each class is one of these questions and answers it without side effects where it can; {@code ForkedTool} is the
 * one that starts a process. May import Maven, its resolver and Spring Boot's main class finder.
 */
@NullMarked
package io.retort.maven.fork;

import org.jspecify.annotations.NullMarked;
