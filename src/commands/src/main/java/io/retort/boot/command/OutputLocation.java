package io.retort.boot.command;

import io.retort.diff.author.Format;
import io.retort.diff.author.SourceTree;

/**
 * Format and location of a new revision.
 *
 * @param format the format of the file
 * @param tree the source tree with the chosen location
 */
record OutputLocation(Format format, SourceTree tree) {}
