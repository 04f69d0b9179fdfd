package io.retort.diff.faithful.evolution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Versions 1 to 4 of the model: it grows. */
public interface GrowingVersions {

    /** The first version: customers and their orders. */
    public interface V1 {
        @Entity(name = "Customer")
        @Table(name = "customer")
        static class Customer {
            @Id
            long id;

            @Column(length = 50, nullable = false)
            String name;

            @Column(length = 80)
            String mail;

            @Column(length = 60)
            String street;

            @Column(length = 40)
            String city;
        }

        enum State {
            NEW,
            SENT
        }

        @Entity(name = "Purchase")
        @Table(name = "orders")
        static class Purchase {
            @Id
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "customer_id")
            Customer customer;

            LocalDate placed;

            @Column(precision = 8, scale = 2)
            BigDecimal total;

            @Enumerated(EnumType.STRING)
            State state;
        }
    }

    /** A new column. */
    public interface V2 {
        @Entity(name = "Customer")
        @Table(name = "customer")
        static class Customer {
            @Id
            long id;

            @Column(length = 50, nullable = false)
            String name;

            @Column(length = 80)
            String mail;

            @Column(length = 30)
            String phone;

            @Column(length = 60)
            String street;

            @Column(length = 40)
            String city;
        }

        enum State {
            NEW,
            SENT
        }

        @Entity(name = "Purchase")
        @Table(name = "orders")
        static class Purchase {
            @Id
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "customer_id")
            Customer customer;

            LocalDate placed;

            @Column(precision = 8, scale = 2)
            BigDecimal total;

            @Enumerated(EnumType.STRING)
            State state;
        }
    }

    /** Longer names, larger totals. */
    public interface V3 {
        @Entity(name = "Customer")
        @Table(name = "customer")
        static class Customer {
            @Id
            long id;

            @Column(length = 100, nullable = false)
            String name;

            @Column(length = 80)
            String mail;

            @Column(length = 30)
            String phone;

            @Column(length = 60)
            String street;

            @Column(length = 40)
            String city;
        }

        enum State {
            NEW,
            SENT
        }

        @Entity(name = "Purchase")
        @Table(name = "orders")
        static class Purchase {
            @Id
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "customer_id")
            Customer customer;

            LocalDate placed;

            @Column(precision = 12, scale = 2)
            BigDecimal total;

            @Enumerated(EnumType.STRING)
            State state;
        }
    }

    /** A new state. */
    public interface V4 {
        @Entity(name = "Customer")
        @Table(name = "customer")
        static class Customer {
            @Id
            long id;

            @Column(length = 100, nullable = false)
            String name;

            @Column(length = 80)
            String mail;

            @Column(length = 30)
            String phone;

            @Column(length = 60)
            String street;

            @Column(length = 40)
            String city;
        }

        enum State {
            NEW,
            SENT,
            BACK
        }

        @Entity(name = "Purchase")
        @Table(name = "orders")
        static class Purchase {
            @Id
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "customer_id")
            Customer customer;

            LocalDate placed;

            @Column(precision = 12, scale = 2)
            BigDecimal total;

            @Enumerated(EnumType.STRING)
            State state;
        }
    }
}
