/**
 * The parent of every error that Retort raises.
 *
 * <p>An error says what happened, where, and what to type next; it carries the exit status of a command that ends with
 * it. Packages that know more about a mistake extend {@link io.retort.error.RetortException} with the data of that
 * mistake. This package imports nothing of ours.
 */
@NullMarked
package io.retort.error;

import org.jspecify.annotations.NullMarked;
