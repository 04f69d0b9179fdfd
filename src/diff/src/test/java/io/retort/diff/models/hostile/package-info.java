/** Entities whose names would be SQL if anybody forgot to quote them. */
package io.retort.diff.models.hostile;
