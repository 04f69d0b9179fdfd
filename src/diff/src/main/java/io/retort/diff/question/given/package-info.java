/**
 * Where answers come from: flags, a file of flags, and a person.
 *
 * <p>Every word counts: a flag that no question asks for is a mistake and is told with the nearest that was asked for,
 * because a mistyped name must not end as a dropped column. Imports: core, question.
 */
@NullMarked
package io.retort.diff.question.given;

import org.jspecify.annotations.NullMarked;
