/**
 * What a person can set: {@code retort.*}, as Spring Boot binds it, and whether it can be used.
 *
 * <p>Each group of properties is a class of its own; their comments are the descriptions that an IDE shows. Nothing is opened
 * or looked for here. May import Spring Boot and the values of core that defaults are made of.
 */
@NullMarked
package io.retort.boot.autoconfigure.properties;

import org.jspecify.annotations.NullMarked;
