/**
 * What a person reads when an application does not start because of Retort: what happened, and what to do.
 *
 * <p>Each analyzer knows one kind of failure and is found through {@code spring.factories}. None of them looks at a
 * database; what they say they read from the failure and from the application's settings. May import Spring Boot and core.
 */
@NullMarked
package io.retort.boot.autoconfigure.failure;

import org.jspecify.annotations.NullMarked;
