package io.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the products that support an operation in at least one form, or a type. Other products refuse it before any
 * statement runs, except that a change of a comment does nothing on SQLite, which has no comments.
 *
 * <p>A test compares the lists with the SQL of each product, and docs/operations.md prints those of the operations. The SQL
 * for SQL Server is tested as text only.
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
        /** Microsoft SQL Server: its statements and scripts are tested as text only. */
        SQL_SERVER
    }
}
