package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.UnitProperties;
import io.retort.error.RetortException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Finds the database of each unit.
 */
final class UnitDatabases {

    private final ListableBeanFactory beans;

    /**
     * @param beans the application's bean factory, which has the data sources
     */
    UnitDatabases(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * Returns the database of a unit: that of its data source, of its own URL, or those of its tenants.
     *
     * @throws RetortException if the data source does not exist, or if it is not specified and the application has
     *     several or none
     */
    RetortDatabase of(UnitSettings settings, UnitProperties unit) {
        RetortConnectionDetails details = new PropertiesConnectionDetails(unit);
        return RetortDatabase.of(
                settings,
                beans,
                details,
                () -> unit.getDataSource() == null ? null : named(settings, unit.getDataSource()),
                () -> single(settings, unit, details));
    }

    private RetortDatabase single(UnitSettings settings, UnitProperties unit, RetortConnectionDetails details) {
        if (unit.getDataSource() != null) {
            return RetortDatabase.choose(null, named(settings, unit.getDataSource()), details);
        }
        if (unit.getUrl() != null) {
            return RetortDatabase.choose(null, null, details);
        }
        return RetortDatabase.choose(null, only(settings), details);
    }

    private DataSource named(UnitSettings settings, String name) {
        if (!names().contains(name)) {
            throw new RetortException(
                    "The property " + settings.property("data-source") + "=" + name
                            + " does not name a data source of this application.",
                    names().isEmpty()
                            ? "The application has no data source. Set the database: " + settings.property("url")
                                    + "=..."
                            : "Its data sources are " + listed() + ".");
        }
        return beans.getBean(name, DataSource.class);
    }

    private DataSource only(UnitSettings settings) {
        List<String> names = names();
        if (names.size() == 1) {
            return beans.getBean(names.get(0), DataSource.class);
        }
        throw new RetortException(
                "The unit \"" + settings.name() + "\" has no data source configured, and the application has "
                        + (names.isEmpty() ? "none." : "several: " + listed() + "."),
                "Set " + settings.property("data-source") + " to the name of a data source, or "
                        + settings.property("url") + ".");
    }

    private List<String> names() {
        return Arrays.asList(beans.getBeanNamesForType(DataSource.class, true, false));
    }

    private String listed() {
        return names().stream().sorted().collect(Collectors.joining(", "));
    }
}
