/**
 * The syntax of targets: {@code head}, {@code ae10-1}, {@code billing@+1}, {@code a:b}.
 *
 * <p>This package only parses text. The package {@code revision.plan} resolves the parts against a history, so that
 * every command reads a target in the same way. This package imports no other package of Retort.
 */
@NullMarked
package io.retort.revision.target;

import org.jspecify.annotations.NullMarked;
