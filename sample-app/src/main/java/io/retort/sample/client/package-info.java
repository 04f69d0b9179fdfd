/**
 * Owners and their animals.
 *
 * <p>An {@code Owner} can be contacted and billed, a {@code Patient} is treated. Both are read and written through
 * their repositories. The controllers convert forms to entities and show an error next to the field that caused it.
 * This package imports nothing else of the clinic.
 */
@NullMarked
package io.retort.sample.client;

import org.jspecify.annotations.NullMarked;
