/**
 * The people who work at the clinic.
 *
 * <p>A {@code StaffMember} is a veterinarian or a nurse; what both have in common lives in one table and what is
 * special in a table of its own. Staff is hired rarely, so there is a list to read and nothing to edit. This package
 * imports nothing else of the clinic.
 */
@NullMarked
package io.retort.sample.staff;

import org.jspecify.annotations.NullMarked;
