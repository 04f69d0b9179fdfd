package io.retort.boot.autoconfigure.properties;

import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.error.RetortException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;

/** Validates {@code retort.*} properties before Retort opens a connection, reads a file or writes one. */
public final class PropertiesCheck {

    private static final Pattern PACKAGE =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private static final Pattern FOLDER = Pattern.compile("(classpath\\*?:|file:)?[^:*?]*[^:*?/.][^:*?]*");

    private static final Pattern UNIT = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

    private PropertiesCheck() {}

    /**
     * Checks the properties of the application and of its units.
     *
     * @throws RetortException if a property has an unusable value; the message contains the property, the value and a
     *     valid example
     */
    public static void refuseUnusable(RetortProperties properties) {
        name("retort.table", properties.getTable(), "retort_revision");
        if (properties.getSchema() != null) {
            name("retort.schema", properties.getSchema(), "public");
        }
        locations("retort.locations", properties.getLocations());
        url("retort.url", properties.getUrl());
        url("retort.scratch.url", properties.getScratch().getUrl());
        properties.getUnits().forEach(PropertiesCheck::unit);
        if (!properties.getUnits().isEmpty()) {
            refuseForTheOnlyUnit(properties);
        }
    }

    private static void unit(String name, UnitProperties unit) {
        if (!UNIT.matcher(name).matches() || name.equals("default")) {
            throw new RetortException(
                    "\"" + name + "\" in retort.units." + name + " "
                            + (name.equals("default")
                                    ? "is reserved for the only unit."
                                    : "is not a valid name of a unit."),
                    "Use a name of letters, digits and hyphens, such as retort.units.billing.");
        }
        String prefix = "retort.units." + name + ".";
        if (unit.getTable() != null) {
            name(prefix + "table", unit.getTable(), "retort_revision");
        }
        if (unit.getSchema() != null) {
            name(prefix + "schema", unit.getSchema(), "public");
        }
        if (!unit.getLocations().isEmpty()) {
            locations(prefix + "locations", unit.getLocations());
        }
        url(prefix + "url", unit.getUrl());
    }

    /** With several units, the location of a database or of a history must be set per unit. */
    private static void refuseForTheOnlyUnit(RetortProperties properties) {
        String unit = properties.getUnits().keySet().iterator().next();
        refuse(properties.getUrl() != null, "url", unit);
        refuse(properties.getUser() != null, "user", unit);
        refuse(properties.getBaseline() != null, "baseline", unit);
        refuse(properties.getTenants().areConfigured(), "tenants", unit);
        refuse(!properties.getLocations().equals(ScannedRevisions.STANDARD_LOCATIONS), "locations", unit);
    }

    private static void refuse(boolean isSet, String property, String unit) {
        if (isSet) {
            throw new RetortException(
                    "The property retort." + property
                            + " is set together with retort.units, so it is not clear which unit" + " it is for.",
                    "Move it to its unit, as in retort.units." + unit + "." + property + ", or remove it.");
        }
    }

    private static void name(String property, String value, String example) {
        boolean half = value.startsWith("\"") != value.endsWith("\"") || value.equals("\"");
        if (value.isBlank() || half) {
            throw unusable(property, value, half ? "has a quote at one end only" : "is not a name", example);
        }
    }

    private static void locations(String property, List<String> locations) {
        if (locations.isEmpty()) {
            throw unusable(property, "", "has no location", "db.revisions,classpath:db/revisions");
        }
        for (String location : locations) {
            if (location.contains("{vendor}")) {
                throw new RetortException(
                        "The property " + property + "=" + location + " requires a folder for each database product.",
                        "One history runs on all products: remove {vendor}. Java revisions are rendered in the SQL of the"
                                + " connected database. For a second history use retort.units.");
            }
            boolean folder = location.indexOf(':') >= 0 || location.indexOf('/') >= 0;
            if (!(folder ? FOLDER : PACKAGE).matcher(location).matches()) {
                throw unusable(
                        property,
                        location,
                        folder ? "is not a folder on the class path or on disk" : "is not a package",
                        "db.revisions,classpath:db/revisions");
            }
        }
    }

    private static void url(String property, @Nullable String url) {
        if (url != null && !url.startsWith("jdbc:")) {
            throw unusable(property, "...", "is not a JDBC URL", "jdbc:postgresql://localhost/shop");
        }
        if (url != null && !hasDriver(url)) {
            throw new RetortException(
                    "There is no JDBC driver for the database in " + property + ".",
                    "Add the driver to the application's dependencies, or correct " + property + ".");
        }
    }

    private static boolean hasDriver(String url) {
        try {
            return DatabaseDriver.fromJdbcUrl(url) != DatabaseDriver.UNKNOWN || DriverManager.getDriver(url) != null;
        } catch (SQLException e) {
            return false;
        }
    }

    private static RetortException unusable(String property, String value, String why, String example) {
        return new RetortException(
                "The property " + property + "=" + value + " " + why + ".",
                "Write it as in " + property + "=" + example + ", or leave it out.");
    }
}
