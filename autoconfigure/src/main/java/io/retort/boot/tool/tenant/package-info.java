/**
 * Commands in an application with a schema per tenant: on one tenant, on the first where one is enough, or on all.
 *
 * <p>Commands know one database and nothing of tenants; here they are given a tenant's, and the few that are for all have
 * words of their own for many results. May import {@code boot.tool.command} and {@code boot.tool.change}, the units and core.
 */
@NullMarked
package io.retort.boot.tool.tenant;

import org.jspecify.annotations.NullMarked;
