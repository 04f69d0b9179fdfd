/**
 * A file of SQL as text, before anybody asks what it does.
 *
 * <p>It must be text at all, and is taken apart at the semicolons that end statements: strings, comments, quotes of every
 * product and bodies of routines keep theirs. A line that only another tool's client understands is refused by name. Positions
 * become lines, for messages. Knows no database and no revision. Imports: error.
 */
@NullMarked
package io.retort.run.source.text;

import org.jspecify.annotations.NullMarked;
