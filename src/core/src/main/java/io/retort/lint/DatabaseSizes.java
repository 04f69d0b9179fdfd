package io.retort.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of the tables of a database, and its product. The sizes of a production database let lint rules judge
 * revisions elsewhere.
 *
 * @param product the name of the product, for example {@code postgresql}
 * @param version the version that the JDBC driver reports; empty if unknown, which counts as the newest version
 * @param tables the tables; a table that is missing has an unknown size, which counts as big
 */
public record DatabaseSizes(String product, String version, List<Entry> tables) {

    /**
     * The size of one table.
     *
     * @param name the table's name, as written in SQL; without a schema for a table of the current schema
     * @param rows the approximate number of rows; null if unknown
     * @param bytes the approximate number of bytes; null if unknown
     * @param partitioned whether the table consists of partitions, which have these rows (PostgreSQL)
     */
    public record Entry(
            String name, @Nullable Long rows, @Nullable Long bytes, boolean partitioned) {

        /** Creates the size of a table without partitions. */
        public Entry(String name, long rows, long bytes) {
            this(name, rows, bytes, false);
        }
    }

    public DatabaseSizes {
        tables = List.copyOf(tables);
    }

    /**
     * Returns unknown sizes.
     *
     * @param product the name of the product, for example {@code postgresql}
     */
    public static DatabaseSizes unknown(String product) {
        return new DatabaseSizes(product, "", List.of());
    }
}
