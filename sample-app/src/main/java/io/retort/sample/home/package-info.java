/**
 * The page that the reception looks at all day: who comes today and what runs out.
 *
 * <p>It reads from {@code client}, {@code pharmacy} and {@code visit}, and nothing imports it.
 */
@NullMarked
package io.retort.sample.home;

import org.jspecify.annotations.NullMarked;
