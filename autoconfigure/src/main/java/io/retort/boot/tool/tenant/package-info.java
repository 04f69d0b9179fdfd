/**
 * Commands in an application with a schema for each tenant: on one tenant, on the first if one is enough, or on all.
 *
 * <p>Commands work on one database and know nothing of tenants. This package passes them a tenant's database, and
 * prints combined results for the few commands that process all tenants. May import {@code boot.tool.command} and
 * {@code boot.tool.change}, the units and core.
 */
@NullMarked
package io.retort.boot.tool.tenant;

import org.jspecify.annotations.NullMarked;
