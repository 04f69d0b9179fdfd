/**
 * The revision history of the clinic's database as a web page.
 *
 * <p>It shows the parts of the page that Retort has for operators, inside a page of the clinic. This package imports nothing else of the
 * clinic, and no package imports it.
 */
@NullMarked
package io.retort.sample.history;

import org.jspecify.annotations.NullMarked;
