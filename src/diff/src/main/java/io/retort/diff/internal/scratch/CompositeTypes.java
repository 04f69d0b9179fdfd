package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads composite types (mapped by {@code @Struct}) from the catalog of PostgreSQL. */
final class CompositeTypes {

    private static final String ATTRIBUTES = """
            select t.relname, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            from pg_class t join pg_namespace n on n.oid = t.relnamespace
              join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            where t.relkind = 'c' and n.nspname = ? order by t.relname, a.attnum""";

    private CompositeTypes() {}

    /** Returns the attributes of the types of a schema, by type name. */
    static Map<String, List<String>> in(String schema, Connection connection) throws SQLException {
        Map<String, List<String>> types = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(ATTRIBUTES)) {
            query.setString(1, schema);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    types.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return types;
    }
}
