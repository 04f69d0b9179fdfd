/**
 * The medicines on the clinic's shelf.
 *
 * <p>A {@code Medicine} has a price and a stock that never falls below zero, which the database checks as well as the
 * entity. Two people who edit one medicine at the same time find out instead of overwriting each other. This package
 * imports nothing else of the clinic.
 */
@NullMarked
package io.retort.sample.pharmacy;

import org.jspecify.annotations.NullMarked;
