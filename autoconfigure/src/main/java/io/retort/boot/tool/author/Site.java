package io.retort.boot.tool.author;

import io.retort.diff.author.file.Format;
import io.retort.diff.author.file.SourceTree;

/**
 * Where a new revision goes, and in what.
 *
 * @param format what it is written in
 * @param tree the source tree, whose place for that format is the chosen one
 */
record Site(Format format, SourceTree tree) {}
