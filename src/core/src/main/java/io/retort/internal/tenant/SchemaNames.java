package io.retort.internal.tenant;

import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.internal.dialect.Dialects;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The schemas of a database.
 *
 * @param names the names, as stored
 */
public record SchemaNames(Set<String> names) {

    public SchemaNames {
        names = Set.copyOf(names);
    }

    /** Reads the schemas of a database. */
    public static SchemaNames of(Connection connection) throws SQLException {
        boolean catalogs = Dialects.of(connection)
                .sessions()
                .currentSchema()
                .map(CurrentSchema::isCatalog)
                .orElse(false);
        DatabaseMetaData metaData = connection.getMetaData();
        Set<String> names = new HashSet<>();
        try (ResultSet rows = catalogs ? metaData.getCatalogs() : metaData.getSchemas()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return new SchemaNames(names);
    }

    /**
     * Returns the stored form of names, without duplicates and in the same order. A name that differs only in case is
     * replaced by the stored one; an unknown name stays unchanged.
     */
    public List<String> meant(Collection<String> typed) {
        Map<String, List<String>> folded = new HashMap<>();
        names.forEach(name -> folded.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(name));
        Set<String> meant = new LinkedHashSet<>();
        for (String name : typed) {
            List<String> alike = folded.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            meant.add(names.contains(name) || alike.size() != 1 ? name : alike.get(0));
        }
        return List.copyOf(meant);
    }
}
