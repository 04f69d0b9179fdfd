/**
 * Configuration properties: {@code retort.*}, as Spring Boot binds them, and their validation.
 *
 * <p>Each group of properties is a class of its own. The comments on its fields are the descriptions that an IDE shows.
 * Nothing here opens a connection or reads a file. May import Spring Boot and those values of core that serve as
 * defaults.
 */
@NullMarked
package io.retort.boot.autoconfigure.properties;

import org.jspecify.annotations.NullMarked;
