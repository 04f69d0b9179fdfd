package io.retort.diff.author;

/**
 * A revision file.
 *
 * @param format the format
 * @param name the file name, without folder
 * @param text the content
 */
public record RevisionFile(Format format, String name, String text) {}
