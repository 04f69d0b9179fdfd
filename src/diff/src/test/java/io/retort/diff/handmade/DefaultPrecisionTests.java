package io.retort.diff.handmade;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/** A table that was written by hand without the precision that the product uses where none is written. */
class DefaultPrecisionTests {

    @Entity
    @Table(name = "visit")
    static class Visit {
        @Id
        long id;

        LocalDateTime begun;
        OffsetDateTime ended;
        Instant noted;
        LocalTime opens;

        double score;

        @Column(precision = 10, scale = 0)
        BigDecimal amount;
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void theDefaultPrecisionIsNoDifference(TestDb db) throws SQLException {
        db.execute(
                table(db.database()),
                "insert into visit values (1, '2024-02-29 23:59:59.123456', '2024-02-29 23:59:59.123456',"
                        + " '2024-02-29 23:59:59.123456', '12:00:00', 1.5, 7)");
        try (Bootstrap model = Bootstrap.like(db)) {
            assertThat(new Sandbox(db)
                            .compare(model.entities(Visit.class).metadata())
                            .operations())
                    .extracting(Operation::describe)
                    .isEmpty();
        }
    }

    /** Hibernate declares {@code time(0)}, which has fewer digits than {@code time} on PostgreSQL. */
    private static String table(TestDatabase product) {
        String rest = ", score double precision not null, amount decimal(10))";
        return switch (product) {
            case MARIADB, MYSQL ->
                "create table visit (id bigint primary key, begun datetime(6), ended datetime(6), noted datetime(6),"
                        + " opens time" + rest;
            case POSTGRESQL ->
                "create table visit (id bigint primary key, begun timestamp, ended timestamptz, noted timestamptz,"
                        + " opens time(0)" + rest;
            case HSQLDB ->
                "create table visit (id bigint primary key, begun timestamp, ended timestamp, noted timestamp,"
                        + " opens time" + rest;
            default ->
                "create table visit (id bigint primary key, begun timestamp, ended timestamp with time zone,"
                        + " noted timestamp with time zone, opens time" + rest;
        };
    }
}
