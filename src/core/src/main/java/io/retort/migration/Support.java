package io.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the products that make a change in at least one form. On other products it is refused before any statement runs, or
 * does nothing where there is nothing to change: SQLite has no comments. A test compares the lists with the SQL of the products; docs/operations.md prints them. The SQL of SQL Server is
 * written, but has not run on a server.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Support {

    /** The products; all of them by default. */
    Product[] value() default {
        Product.POSTGRESQL,
        Product.MYSQL,
        Product.MARIADB,
        Product.H2,
        Product.HSQLDB,
        Product.SQLITE,
        Product.SQL_SERVER
    };

    /** A product with a dialect. Retort is tested on all of them except {@link #SQL_SERVER}. */
    enum Product {
        /** PostgreSQL. */
        POSTGRESQL,
        /** MySQL. */
        MYSQL,
        /** MariaDB. */
        MARIADB,
        /** H2. */
        H2,
        /** HSQLDB. */
        HSQLDB,
        /** SQLite. */
        SQLITE,
        /** Microsoft SQL Server: statements and scripts are written, and tested as text, but have not run on a server. */
        SQL_SERVER
    }
}
