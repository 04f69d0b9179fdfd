/**
 * The page that the reception looks at all day: who comes today and what runs out.
 *
 * <p>It only reads, from {@code client}, {@code pharmacy} and {@code visit}, which it imports. Nothing imports it, so that it
 * can show whatever the reception asks for next.
 */
@NullMarked
package io.retort.sample.home;

import org.jspecify.annotations.NullMarked;
