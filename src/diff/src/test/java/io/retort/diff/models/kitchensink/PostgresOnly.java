package io.retort.diff.models.kitchensink;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.net.InetAddress;
import java.time.Duration;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Features that only PostgreSQL supports. */
public final class PostgresOnly {

    /** A named enum type of the database. */
    public enum Mood {
        SAD,
        HAPPY
    }

    @Embeddable
    public static class Settings {
        @Column(nullable = false)
        String theme;

        int size;
    }

    /** Referenced by an entity in another schema. */
    @Entity(name = "Alarm")
    @Table(name = "alarm", schema = "audit")
    public static class Alarm {
        @Id
        Long id;

        @ManyToOne
        Special special;
    }

    @Entity(name = "Special")
    @Table(
            indexes = {
                @Index(name = "ix_special_lower", columnList = "(lower(sorted))"),
                @Index(name = "ix_special_partial", columnList = "address", options = "where address is not null")
            })
    public static class Special {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Mood mood;

        InetAddress address;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration span;

        @Collate("C")
        String sorted;

        @Column(columnDefinition = "tsvector")
        String search;

        @Embedded
        @JdbcTypeCode(SqlTypes.JSON)
        Settings settings;

        @Array(length = 5)
        String[] five;
    }
}
