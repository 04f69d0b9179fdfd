/**
 * Medicines and their stock.
 *
 * <p>The stock of a {@code Medicine} never falls below zero; the entity and a check constraint ensure it. Optimistic
 * locking detects two people who edit one medicine at the same time. This package imports nothing else of the clinic.
 */
@NullMarked
package io.retort.sample.pharmacy;

import org.jspecify.annotations.NullMarked;
