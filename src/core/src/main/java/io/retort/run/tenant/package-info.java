/**
 * Connections that work in one schema of many, each a tenant's with tables and a history of its own.
 *
 * <p>A connection is put into its schema when it is taken and out of it when it is given back, so that a pool gets back what
 * it gave; one that cannot be put back is broken on purpose. May import the dialects and what a run imports.
 */
@NullMarked
package io.retort.run.tenant;

import org.jspecify.annotations.NullMarked;
