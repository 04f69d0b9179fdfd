/**
 * Retort for those who run an application: the actuator endpoint {@code retort} and a health contributor.
 *
 * <p>Both say what Retort's façade says about each unit, and change nothing. The endpoint is there where actuator is and
 * the endpoint is exposed; the health contributor only where {@code management.health.retort.enabled=true}, since a
 * database that is behind is no reason to take an instance out of service unless somebody says so. May import Spring Boot,
 * the auto-configuration and core.
 */
@NullMarked
package io.retort.boot.actuate;

import org.jspecify.annotations.NullMarked;
