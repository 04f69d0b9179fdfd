package io.retort.boot.autoconfigure.properties;

import io.retort.error.RetortException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;

/** Holds properties to be usable before anything is opened, read or written because of them. */
public final class PropertiesCheck {

    private static final Pattern PACKAGE =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private static final Pattern FOLDER = Pattern.compile("(classpath\\*?:|file:)?[^:*?]*[^:*?/.][^:*?]*");

    private PropertiesCheck() {}

    /**
     * @throws RetortException naming the property, its value and one that would do
     */
    public static void refuseUnusable(RetortProperties properties) {
        name("retort.table", properties.getTable(), "retort_revision");
        if (properties.getSchema() != null) {
            name("retort.schema", properties.getSchema(), "public");
        }
        locations(properties.getLocations());
        url(properties.getUrl());
    }

    private static void name(String property, String value, String example) {
        boolean half = value.startsWith("\"") != value.endsWith("\"") || value.equals("\"");
        if (value.isBlank() || half) {
            throw unusable(property, value, half ? "has a quote on one side only" : "is no name", example);
        }
    }

    private static void locations(List<String> locations) {
        if (locations.isEmpty()) {
            throw unusable("retort.locations", "", "names no place", "db.revisions,classpath:db/revisions");
        }
        for (String location : locations) {
            boolean folder = location.indexOf(':') >= 0 || location.indexOf('/') >= 0;
            if (!(folder ? FOLDER : PACKAGE).matcher(location).matches()) {
                throw unusable(
                        "retort.locations",
                        location,
                        folder ? "is no folder on the class path or on disk" : "is no package",
                        "db.revisions,classpath:db/revisions");
            }
        }
    }

    private static void url(@Nullable String url) {
        if (url != null && !url.startsWith("jdbc:")) {
            throw unusable("retort.url", "...", "is no JDBC URL", "jdbc:postgresql://localhost/shop");
        }
        if (url != null && !hasDriver(url)) {
            throw new RetortException(
                    "There is no JDBC driver for the database that retort.url names.",
                    "Add the driver to the application's dependencies, or correct retort.url.");
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
