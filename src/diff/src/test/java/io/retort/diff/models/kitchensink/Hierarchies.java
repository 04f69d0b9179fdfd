package io.retort.diff.models.kitchensink;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;

/** Inheritance. */
public final class Hierarchies {

    @MappedSuperclass
    public abstract static class Audited {
        @CreationTimestamp
        @Column(nullable = false, updatable = false)
        Instant createdAt;

        @UpdateTimestamp
        Instant updatedAt;

        @Version
        int version;
    }

    @Entity(name = "Payment")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public abstract static class Payment extends Audited {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "CardPayment")
    public static class CardPayment extends Payment {
        @Column(nullable = false)
        String cardNumber;
    }

    @Entity(name = "CashPayment")
    public static class CashPayment extends Payment {
        Boolean counted;
    }

    @Entity(name = "Ticket")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("1")
    public static class Ticket {
        @Id
        Long id;
    }

    @Entity(name = "SeasonTicket")
    @DiscriminatorValue("2")
    public static class SeasonTicket extends Ticket {
        Integer months;
    }

    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Animal {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    @Entity(name = "Dog")
    public static class Dog extends Animal {
        boolean barks;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Vehicle {
        @Id
        Long id;

        @Column(unique = true, length = 20)
        String plate;

        @ManyToOne
        Animal mascot;
    }

    @Entity(name = "Car")
    public static class Car extends Vehicle {
        int doors;
    }

    @Entity(name = "Truck")
    public static class Truck extends Vehicle {
        double tons;
    }
}
