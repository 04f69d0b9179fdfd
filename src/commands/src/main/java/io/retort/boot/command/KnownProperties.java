package io.retort.boot.command;

import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The names of Retort's properties, for a check that every application start can make. It reads no file and uses no
 * patterns; {@link UnknownProperties} examines only what it does not recognise.
 */
final class KnownProperties {

    static final Set<String> NAMES = Set.of(
            "retort.ahead",
            "retort.allow-other-tools",
            "retort.answers",
            "retort.baseline",
            "retort.command",
            "retort.ddl.lock-timeout",
            "retort.ddl.retry-for",
            "retort.ddl.statement-timeout",
            "retort.driver-class-name",
            "retort.enabled",
            "retort.exclude",
            "retort.fail-without-revisions",
            "retort.include",
            "retort.keep-undo",
            "retort.locations",
            "retort.lock.timeout",
            "retort.mode",
            "retort.offline.database",
            "retort.online",
            "retort.password",
            "retort.placeholders",
            "retort.revision.file-pattern",
            "retort.revision.format",
            "retort.revision.hooks",
            "retort.revision.id-length",
            "retort.revision.slug-length",
            "retort.revision.time-zone",
            "retort.schema",
            "retort.scratch.password",
            "retort.scratch.url",
            "retort.scratch.user",
            "retort.silence-timeout",
            "retort.switch-anywhere",
            "retort.table",
            "retort.target",
            "retort.tenants.bean",
            "retort.tenants.parallelism",
            "retort.tenants.query",
            "retort.tenants.schemas",
            "retort.tenants.stop-on-failure",
            "retort.tenants.tolerate-failures",
            "retort.transaction",
            "retort.units",
            "retort.url",
            "retort.user",
            "retort.wait.interval",
            "retort.wait.timeout");

    static final String VARIABLE_PREFIX = "RETORT_";

    private KnownProperties() {}

    /** Returns whether each property of the environment that starts with {@code retort.} is spelt as in the list. */
    static boolean areAllIn(ConfigurableEnvironment environment) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named && !areAllIn(named)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areAllIn(EnumerablePropertySource<?> source) {
        boolean variables = source instanceof SystemEnvironmentPropertySource;
        for (String name : source.getPropertyNames()) {
            if (variables ? name.startsWith(VARIABLE_PREFIX) && !isVariable(name) : !isKnown(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(String name) {
        if (!name.startsWith("retort.") || isOpen(name)) {
            return true;
        }
        int index = name.indexOf('[');
        return NAMES.contains(index < 0 ? name : name.substring(0, index));
    }

    private static boolean isVariable(String name) {
        for (String property : NAMES) {
            if (isVariableOf(name, property)) {
                return true;
            }
        }
        return isOpen(name);
    }

    /** Returns whether a name continues with a name that the application chooses. */
    static boolean isOpen(String name) {
        return name.startsWith("retort.units.")
                || name.startsWith("retort.placeholders.")
                || name.startsWith("RETORT_UNITS_")
                || name.startsWith("RETORT_PLACEHOLDERS_");
    }

    /** Spring Boot also accepts {@code RETORT_SILENCE_TIMEOUT}. */
    static boolean isVariableOf(String name, String property) {
        return name.replace("_", "").equals(variable(property).replace("_", ""));
    }

    /** Returns the environment variable of a property: {@code RETORT_LOCK_TIMEOUT}. */
    static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
