/**
 * What happens in the treatment rooms: visits, treatments and the invoices for them.
 *
 * <p>A {@code Visit} is planned, then done or missed; treatments are noted while it lasts and an {@code Invoice} adds
 * them up. The rules live in {@code VisitBook}, one transaction per act; the controller only shows and asks. This
 * package imports {@code client}, {@code staff} and {@code pharmacy}, and brings them together.
 */
@NullMarked
package io.retort.sample.visit;

import org.jspecify.annotations.NullMarked;
