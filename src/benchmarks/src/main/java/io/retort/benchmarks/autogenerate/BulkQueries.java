package io.retort.benchmarks.autogenerate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Lower bound of a comparison: one catalog query for each kind of object, with every value fetched. */
final class BulkQueries implements AutogenerateContender {

    private static final List<String> POSTGRESQL = List.of("""
            select oid, relname, relkind, obj_description(oid, 'pg_class') from pg_class
            where relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace = current_schema()::regnamespace""", """
            select a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
              a.attgenerated, pg_get_expr(d.adbin, d.adrelid), co.collname, col_description(a.attrelid, a.attnum)
            from pg_attribute a join pg_class k on k.oid = a.attrelid
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_collation co on co.oid = a.attcollation
            where a.attnum > 0 and not a.attisdropped and k.relkind in ('r', 'p')
              and k.relnamespace = current_schema()::regnamespace""", """
            select conrelid, conname, contype, conkey, confrelid, confkey, confupdtype, confdeltype, condeferrable,
              condeferred, pg_get_constraintdef(oid)
            from pg_constraint where connamespace = current_schema()::regnamespace""", """
            select i.indrelid, k.relname, i.indisunique, i.indkey, i.indnkeyatts, pg_get_indexdef(i.indexrelid),
              pg_get_expr(i.indpred, i.indrelid)
            from pg_index i join pg_class k on k.oid = i.indexrelid
            where k.relnamespace = current_schema()::regnamespace""", """
            select seqrelid, seqtypid, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle
            from pg_sequence s join pg_class k on k.oid = s.seqrelid
            where k.relnamespace = current_schema()::regnamespace""");

    private static final List<String> MARIADB = List.of(
            "select * from information_schema.tables where table_schema = database()",
            "select * from information_schema.columns where table_schema = database()",
            "select * from information_schema.table_constraints where table_schema = database()",
            "select * from information_schema.key_column_usage where table_schema = database()",
            "select * from information_schema.referential_constraints where constraint_schema = database()",
            "select * from information_schema.check_constraints where constraint_schema = database()",
            "select * from information_schema.statistics where table_schema = database()");

    private static final List<String> H2 = List.of(
            "select * from information_schema.tables where table_schema = schema()",
            "select * from information_schema.columns where table_schema = schema()",
            "select * from information_schema.table_constraints where table_schema = schema()",
            "select * from information_schema.key_column_usage where table_schema = schema()",
            "select * from information_schema.referential_constraints where constraint_schema = schema()",
            "select * from information_schema.check_constraints where constraint_schema = schema()",
            "select * from information_schema.indexes where table_schema = schema()",
            "select * from information_schema.index_columns where table_schema = schema()",
            "select * from information_schema.sequences where sequence_schema = schema()");

    @Override
    public int compare(CountingSource source) throws SQLException {
        int rows = 0;
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            for (String query : queries(connection.getMetaData().getDatabaseProductName())) {
                rows += read(statement, query);
            }
        }
        return rows;
    }

    private static List<String> queries(String product) {
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            case "H2" -> H2;
            default -> throw new IllegalArgumentException("No queries for " + product);
        };
    }

    private static int read(Statement statement, String query) throws SQLException {
        int rows = 0;
        try (ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int i = 1; i <= columns; i++) {
                    result.getString(i);
                }
                rows++;
            }
        }
        return rows;
    }
}
