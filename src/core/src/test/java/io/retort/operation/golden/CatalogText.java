package io.retort.operation.golden;

import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The schema of a database in the product's own format, one line per object, without the positions of columns. */
final class CatalogText {

    private static final String POSTGRESQL = """
            select 'table ' || c.relname || ' ' || coalesce(obj_description(c.oid), '') from pg_class c
             where c.relkind in ('r', 'S') and c.relnamespace not in (select oid from pg_namespace
              where nspname like 'pg\\_%' or nspname = 'information_schema')
            union all select 'column ' || a.attrelid::regclass::text || '.' || a.attname || ' '
              || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull::text || ' [' || a.attidentity::text || '] ['
              || a.attgenerated::text || '] ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' '
              || coalesce(o.collname, '') || ' ' || coalesce(col_description(a.attrelid, a.attnum), '')
             from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
             left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             left join pg_collation o on o.oid = a.attcollation
             where a.attnum > 0 and not a.attisdropped and c.relnamespace not in (select oid from pg_namespace
              where nspname like 'pg\\_%' or nspname = 'information_schema')
            union all select 'constraint ' || conrelid::regclass::text || '.' || conname || ' ' || pg_get_constraintdef(oid)
             from pg_constraint where conrelid <> 0 and connamespace not in (select oid from pg_namespace
              where nspname like 'pg\\_%' or nspname = 'information_schema')
            union all select 'index ' || indexdef from pg_indexes
             where schemaname not in ('pg_catalog', 'information_schema')
            union all select 'sequence ' || sequencename || ' ' || start_value || ' ' || increment_by || ' ' || min_value
              || ' ' || max_value || ' ' || cache_size || ' ' || cycle::text from pg_sequences
            union all select 'enum ' || enumtypid::regtype::text || ' ' || enumlabel from pg_enum
            """;

    private static final String MYSQL = """
            select concat('table ', table_name, ' ', table_comment, ' ', coalesce(engine, table_type))
             from information_schema.tables where table_schema = database()
            union all select concat_ws(' ', 'column', table_name, column_name, column_type, is_nullable,
              coalesce(column_default, '-'), extra, coalesce(collation_name, '-'), generation_expression, column_comment)
             from information_schema.columns where table_schema = database()
            union all select concat_ws(' ', 'constraint', table_name, constraint_name, constraint_type)
             from information_schema.table_constraints where table_schema = database()
            union all select concat_ws(' ', 'key', table_name, constraint_name, column_name, ordinal_position,
              coalesce(referenced_table_name, '-'), coalesce(referenced_column_name, '-'))
             from information_schema.key_column_usage where table_schema = database()
            union all select concat_ws(' ', 'actions', constraint_name, update_rule, delete_rule)
             from information_schema.referential_constraints where constraint_schema = database()
            union all select concat_ws(' ', 'index', table_name, index_name, non_unique, seq_in_index,
              coalesce(column_name, '-'), collation, index_type)
             from information_schema.statistics where table_schema = database()
            """;

    private CatalogText() {}

    static List<String> of(TestDatabase database, Connection connection) throws SQLException {
        return switch (database) {
            case POSTGRESQL -> TestDb.query(connection, POSTGRESQL);
            case MYSQL, MARIADB -> mysql(connection);
            case H2 -> h2(connection);
            case HSQLDB -> hsqldb(connection);
            case SQLITE -> sqlite(connection);
            default -> throw new IllegalArgumentException("no catalog query for " + database);
        };
    }

    /** MySQL keeps the index of a dropped foreign key, which does not matter here. */
    private static List<String> mysql(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>(TestDb.query(connection, MYSQL));
        lines.removeIf(line -> line.startsWith("index ") && line.contains(" fk_"));
        for (String sequence : TestDb.query(
                connection,
                "select table_name from information_schema.tables"
                        + " where table_schema = database() and table_type = 'SEQUENCE'")) {
            lines.addAll(TestDb.query(connection, "show create sequence " + sequence));
        }
        return lines;
    }

    private static List<String> h2(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String text : TestDb.query(connection, "script nodata nopasswords nosettings")) {
            if (!text.startsWith("CREATE USER")) {
                text.lines().map(line -> line.strip().replaceAll(",$", "")).forEach(lines::add);
            }
        }
        return lines;
    }

    private static List<String> hsqldb(Connection connection) throws SQLException {
        return TestDb.query(connection, "script").stream()
                .filter(line ->
                        line.matches("(?:CREATE (?!USER|FUNCTION|SCHEMA)|ALTER TABLE|ALTER SEQUENCE|COMMENT).*"))
                .filter(line -> !line.contains(" RESTART WITH ") && !line.endsWith(" IS ''"))
                .flatMap(line -> line.replaceFirst("\\((.*)\\)", "\n$1")
                        .replaceAll(",(?=[A-Z])", "\n")
                        .lines())
                .toList();
    }

    private static List<String> sqlite(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String text : TestDb.query(connection, "select sql from sqlite_master where sql is not null")) {
            // a rename adds quotes to the table's name, and an added column follows the last one on its line
            text.replaceFirst("(?<=^CREATE TABLE )\"(\\w+)\"", "$1")
                    .replaceAll(", (?=\\w+ \\w)", "\n")
                    .lines()
                    .map(line -> line.strip().replaceAll("[,)]+$", ""))
                    .forEach(lines::add);
        }
        return lines;
    }
}
