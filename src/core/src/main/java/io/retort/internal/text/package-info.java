/**
 * Text for people: printable characters, and suggestions for a mistyped name.
 *
 * <p>The package has no state and does not depend on databases or revisions. Every other package can use it. It imports
 * nothing of Retort.
 */
@NullMarked
package io.retort.internal.text;

import org.jspecify.annotations.NullMarked;
