/**
 * A small shop: an application whose revisions create the table of its only entity.
 *
 * <p>The tests of the auto-configuration start it, and the tests of the commands run commands in it. It is in the main
 * code of a module of its own, because tests of two modules need it. May import Spring Boot and JPA, nothing of Retort.
 */
@NullMarked
package io.retort.boot.autoconfigure.shop;

import org.jspecify.annotations.NullMarked;
