/**
 * A short checksum of long texts.
 *
 * <p>A {@link io.retort.internal.checksum.Crc64} is computed from texts in order. It detects edits; it does not
 * protect against an attacker. It imports nothing of Retort.
 */
@NullMarked
package io.retort.internal.checksum;

import org.jspecify.annotations.NullMarked;
