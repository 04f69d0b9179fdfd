package io.retort.boot.internal;

import io.retort.error.AdviceStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Renders advice for the way in which the user runs Retort on this application: by Maven goals or by
 * {@code RETORT_COMMAND}, on one of several units, for one of several tenants.
 *
 * <pre>{@code
 * RunStyle.ofStart(CommandForm.of(beans), unit);
 * RunStyle.ofCommand(CommandForm.MAVEN, "upgrade").in(unit, true).of("shop");
 * }</pre>
 */
public final class RunStyle implements AdviceStyle {

    /** One of several units. */
    public static final class Unit {

        private final String name;
        private final @Nullable String dataSource;
        private final Predicate<String> owns;

        /**
         * Creates a unit.
         *
         * @param name its name
         * @param dataSource the bean of its data source; null if it has none
         * @param owns whether a unit can have a setting for itself, such as {@code table} or {@code tenants.query}
         */
        public Unit(String name, @Nullable String dataSource, Predicate<String> owns) {
            this.name = name;
            this.dataSource = dataSource;
            this.owns = owns;
        }

        String name() {
            return name;
        }

        @Nullable
        String dataSource() {
            return dataSource;
        }

        Predicate<String> owns() {
            return owns;
        }
    }

    private final CommandForm launch;
    private final @Nullable String command;
    private final @Nullable Unit unit;
    private final boolean namesUnit;
    private final @Nullable String tenant;
    private final boolean tenantDatabases;

    private RunStyle(
            CommandForm launch,
            @Nullable String command,
            @Nullable Unit unit,
            boolean namesUnit,
            @Nullable String tenant,
            boolean tenantDatabases) {
        this.launch = launch;
        this.command = command;
        this.unit = unit;
        this.namesUnit = namesUnit;
        this.tenant = tenant;
        this.tenantDatabases = tenantDatabases;
    }

    /**
     * Returns the style for an application that starts, where the target is a property.
     *
     * @param launch how commands are run on it; never null
     * @param unit the unit, or null if the application has only one or the message is about no unit
     */
    public static RunStyle ofStart(CommandForm launch, @Nullable Unit unit) {
        return new RunStyle(launch, null, unit, true, null, false);
    }

    /**
     * Returns the style for a command, in an application with a single unit.
     *
     * @param launch how the command was run; never null
     * @param command the name of the command; never null
     */
    public static RunStyle ofCommand(CommandForm launch, String command) {
        return new RunStyle(launch, command, null, false, null, false);
    }

    /**
     * Returns this style for a unit.
     *
     * @param unit the unit, or null if the application has only one
     * @param several whether the application has several units, so that commands name this one
     */
    public RunStyle in(@Nullable Unit unit, boolean several) {
        return new RunStyle(launch, command, unit, several, tenant, tenantDatabases);
    }

    /**
     * Returns this style for a tenant, which all commands then name.
     *
     * @param name the tenant's name, or null without a tenant
     */
    public RunStyle of(@Nullable String name) {
        return new RunStyle(launch, command, unit, namesUnit, name, tenantDatabases);
    }

    /**
     * Returns this style for a unit whose tenants have databases, or for another unit.
     *
     * @param databases whether each tenant has a database of its own, so that no property is about its data source
     */
    public RunStyle withTenantDatabases(boolean databases) {
        return new RunStyle(launch, command, unit, namesUnit, tenant, databases);
    }

    @Override
    public String command(String name, List<Option> options) {
        List<Option> all = new ArrayList<>();
        if (unit != null && namesUnit) {
            add("unit", unit.name(), options, all);
        }
        if (tenant != null) {
            add("tenant", tenant, options, all);
        }
        all.addAll(options);
        return launch.command(name, all);
    }

    private static void add(String name, String value, List<Option> given, List<Option> all) {
        if (given.stream().noneMatch(option -> option.name().equals(name))) {
            all.add(new Option(name, value, false));
        }
    }

    @Override
    public String option(Option option) {
        return launch.option(option);
    }

    @Override
    public String target(String target) {
        return command == null ? setting("target", target) : launch.target(command, target);
    }

    @Override
    public String setting(String name, String value) {
        String property =
                (unit != null && unit.owns().test(name) ? "retort.units." + unit.name() : "retort") + "." + name;
        return property + (value.isEmpty() ? "" : "=" + value);
    }

    @Override
    public String dataSource(List<Login> properties, boolean first) {
        if (tenantDatabases) {
            return ofA(properties, "the tenant's data source", first);
        }
        return unit == null ? ofTheApplication(properties) : ofTheUnit(unit, properties, first);
    }

    /** Of three properties, only the first has the prefix. */
    private static String ofTheApplication(List<Login> properties) {
        List<String> names = new ArrayList<>();
        for (Login property : properties) {
            boolean prefixed = names.isEmpty() || properties.size() < 3;
            names.add((prefixed ? "spring.datasource." : "") + propertyName(property));
        }
        return listed(names);
    }

    private static String ofTheUnit(Unit unit, List<Login> properties, boolean first) {
        String bean = unit.dataSource();
        return ofA(properties, bean == null ? "the unit's database" : "the data source " + bean, first);
    }

    private static String ofA(List<Login> properties, String dataSource, boolean first) {
        return (first ? "The " : "the ")
                + listed(properties.stream().map(RunStyle::noun).toList()) + " of " + dataSource;
    }

    private static String propertyName(Login property) {
        return property == Login.USER ? "username" : property.name().toLowerCase(Locale.ROOT);
    }

    private static String noun(Login property) {
        return property == Login.URL ? "URL" : property.name().toLowerCase(Locale.ROOT);
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
