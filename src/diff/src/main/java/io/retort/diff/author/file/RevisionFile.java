package io.retort.diff.author.file;

/**
 * A revision as text.
 *
 * @param format what it is written in
 * @param name the file's name, without its folder
 * @param text all that it says
 */
public record RevisionFile(Format format, String name, String text) {}
