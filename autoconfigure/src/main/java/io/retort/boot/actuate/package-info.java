/**
 * Operations: the actuator endpoint {@code retort}, its page and a health indicator.
 *
 * <p>All report the status of each unit and change nothing. The endpoint exists if Actuator is present and the
 * endpoint is exposed. The health indicator exists only with {@code management.health.retort.enabled=true}, because an
 * instance with pending revisions can still serve requests. May import Spring Boot, the auto-configuration and core.
 */
@NullMarked
package io.retort.boot.actuate;

import org.jspecify.annotations.NullMarked;
