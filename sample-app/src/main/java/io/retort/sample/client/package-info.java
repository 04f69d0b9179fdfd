/**
 * The people who come to the clinic and the animals they bring.
 *
 * <p>An {@code Owner} can be reached and billed, a {@code Patient} is treated. Both are read and written through their
 * repositories; the controllers turn forms into entities and say what is wrong with a form next to the field that is.
 * This package imports nothing else of the clinic.
 */
@NullMarked
package io.retort.sample.client;

import org.jspecify.annotations.NullMarked;
