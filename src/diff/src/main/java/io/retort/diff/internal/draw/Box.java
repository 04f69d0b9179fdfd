package io.retort.diff.internal.draw;

/**
 * A box to place.
 *
 * @param key its name, unique in a picture
 * @param width its width in pixels
 * @param height its height in pixels
 */
record Box(String key, int width, int height) {}
