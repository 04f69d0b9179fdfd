/**
 * The index of revisions, written when an application is packaged.
 *
 * <p>The application's own version of Retort writes it, in a separate class loader; the plugin passes only the output
 * directory. May import Maven and nothing else of Retort.
 */
@NullMarked
package io.retort.maven.index;

import org.jspecify.annotations.NullMarked;
