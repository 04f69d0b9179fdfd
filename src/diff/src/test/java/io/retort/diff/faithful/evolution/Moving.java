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

/** Versions 5 to 7 of the model: a join table, a rename, rows that move. */
public interface Moving {

    /** A join table. */
    public interface V5 {
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

        @Entity(name = "Line")
        @Table(name = "order_line")
        static class Line {
            @Id
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "order_id")
            Purchase purchase;

            @Column(length = 40)
            String product;

            int amount;
        }
    }

    /**
     * {@code mail} is renamed to {@code email}.
     */
    public interface V6 {
        @Entity(name = "Customer")
        @Table(name = "customer")
        static class Customer {
            @Id
            long id;

            @Column(length = 100, nullable = false)
            String name;

            @Column(length = 80)
            String email;

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

        @Entity(name = "Line")
        @Table(name = "order_line")
        static class Line {
            @Id
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "order_id")
            Purchase purchase;

            @Column(length = 40)
            String product;

            int amount;
        }
    }

    /** The address moves to its own table. */
    public interface V7 {
        @Entity(name = "Customer")
        @Table(name = "customer")
        static class Customer {
            @Id
            long id;

            @Column(length = 100, nullable = false)
            String name;

            @Column(length = 80)
            String email;

            @Column(length = 30)
            String phone;
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

        @Entity(name = "Line")
        @Table(name = "order_line")
        static class Line {
            @Id
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "order_id")
            Purchase purchase;

            @Column(length = 40)
            String product;

            int amount;
        }

        @Entity(name = "Address")
        @Table(name = "address")
        static class Address {
            @Id
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "customer_id")
            Customer customer;

            @Column(length = 60)
            String street;

            @Column(length = 40)
            String city;
        }
    }
}
