package io.retort.boot.tool.author;

import io.retort.diff.author.file.Format;
import io.retort.diff.author.file.SourceTree;

/**
 * Format and location of a new revision.
 *
 * @param format the format of the file
 * @param tree the source tree with the chosen location
 */
record Site(Format format, SourceTree tree) {}
