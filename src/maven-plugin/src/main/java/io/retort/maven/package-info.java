/**
 * The Maven plugin with the goal prefix {@code migrate}: a launcher, not an engine.
 *
 * <p>A goal turns its parameters into the words of one command, starts the user's own application in another JVM with
 * that command, and turns the result into Maven's answer. Nothing here knows what a command does, so an option needs
 * no more than a parameter and a word. This package holds what all goals share; it may import Maven and
 * {@code io.retort.maven.fork}, and nothing else of ours, because the plugin's version and the application's may differ
 * in everything but the words.
 */
@NullMarked
package io.retort.maven;

import org.jspecify.annotations.NullMarked;
