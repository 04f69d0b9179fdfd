package io.retort.diff.models.kitchensink;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import java.util.UUID;

/** Identifiers and their generators. */
public final class Identities {

    @Entity(name = "AutoId")
    public static class AutoId {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "IdentityId")
    public static class IdentityId {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
    }

    @Entity(name = "SmallIdentityId")
    public static class SmallIdentityId {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "SequenceId")
    public static class SequenceId {
        @Id
        @SequenceGenerator(name = "numbers", sequenceName = "number_source", initialValue = 7, allocationSize = 20)
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
        Long id;
    }

    @Entity(name = "SingleStepId")
    public static class SingleStepId {
        @Id
        @SequenceGenerator(name = "steps", sequenceName = "step_source", allocationSize = 1)
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "steps")
        Integer id;
    }

    @Entity(name = "TableId")
    public static class TableId {
        @Id
        @TableGenerator(name = "counters", table = "counters", pkColumnValue = "table_id")
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "counters")
        Long id;
    }

    @Entity(name = "UuidId")
    public static class UuidId {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;
    }

    @Embeddable
    public record Place(String country, Integer number) implements Serializable {}

    @Entity(name = "EmbeddedKey")
    public static class EmbeddedKey {
        @EmbeddedId
        Place place;

        String text;
    }

    public static class Pair implements Serializable {
        Long left_side;
        String right_side;

        @Override
        public boolean equals(Object other) {
            return other instanceof Pair;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity(name = "TwoIds")
    @IdClass(Pair.class)
    public static class TwoIds {
        @Id
        Long left_side;

        @Id
        String right_side;
    }
}
