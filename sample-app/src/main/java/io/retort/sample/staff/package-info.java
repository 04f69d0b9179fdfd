/**
 * The clinic's staff.
 *
 * <p>A {@code StaffMember} is a veterinarian or a nurse, mapped with joined inheritance: one table for common columns
 * and one for each subclass. Staff can be viewed and not edited. This package imports nothing else of the clinic.
 */
@NullMarked
package io.retort.sample.staff;

import org.jspecify.annotations.NullMarked;
