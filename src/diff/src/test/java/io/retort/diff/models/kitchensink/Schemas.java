package io.retort.diff.models.kitchensink;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Tables in other schemas, and arrays, for products with schemas. */
public final class Schemas {

    @Entity(name = "Event")
    @Table(name = "event", schema = "audit")
    public static class Event {
        @Id
        @SequenceGenerator(name = "events", sequenceName = "event_source", schema = "audit")
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "events")
        Long id;

        @ManyToOne
        Event cause;

        @JdbcTypeCode(SqlTypes.ARRAY)
        String[] words;

        @JdbcTypeCode(SqlTypes.ARRAY)
        Integer[] numbers;
    }
}
