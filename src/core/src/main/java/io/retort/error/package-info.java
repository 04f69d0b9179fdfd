/**
 * The superclass of all exceptions that Retort throws.
 *
 * <p>An exception states what failed, where, and what to do next, and has the exit status of the command. Packages
 * with more data about a failure extend {@link io.retort.error.RetortException}. This package imports no other package
 * of Retort.
 */
@NullMarked
package io.retort.error;

import org.jspecify.annotations.NullMarked;
