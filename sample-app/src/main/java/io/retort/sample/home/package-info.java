/**
 * The home page for the reception: today's visits and medicines that run out.
 *
 * <p>It only reads. It imports {@code client}, {@code pharmacy} and {@code visit}, and no package imports it.
 */
@NullMarked
package io.retort.sample.home;

import org.jspecify.annotations.NullMarked;
