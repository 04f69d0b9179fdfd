/**
 * Visits, treatments and invoices.
 *
 * <p>A {@code Visit} is planned and later done or missed. Treatments are added to it, and an {@code Invoice} sums them
 * up. {@code VisitBook} contains the rules, one transaction for each operation; the controllers only handle forms and
 * pages. This package imports {@code client}, {@code staff} and {@code pharmacy}.
 */
@NullMarked
package io.retort.sample.visit;

import org.jspecify.annotations.NullMarked;
