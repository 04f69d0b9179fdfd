/** Entities whose names would be executed as SQL if they were not quoted. */
package io.retort.diff.models.hostile;
