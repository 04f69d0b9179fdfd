/**
 * The log. A log is shown by terminals and read by programs that split it into lines, so text from outside must not contain
 * control characters or line breaks there. Everything that logs uses this package, which imports the text package and
 * SLF4J. No other package imports SLF4J.
 */
@NullMarked
package io.retort.internal.log;

import org.jspecify.annotations.NullMarked;
