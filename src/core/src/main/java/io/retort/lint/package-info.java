/**
 * What the rules for schema changes under load report: findings with their level, and the waivers of a revision. Findings
 * are values that can be printed, stored and compared. The rules themselves are in {@code io.retort.internal.lint}.
 * Imports: {@code error}.
 */
@NullMarked
package io.retort.lint;

import org.jspecify.annotations.NullMarked;
