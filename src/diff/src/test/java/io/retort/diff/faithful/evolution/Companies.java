package io.retort.diff.faithful.evolution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Versions 10 and 11 of the model: a subclass, and then its own table. */
public interface Companies {

    /** Companies are customers, in the same table. */
    public interface V10 {
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

        @Entity(name = "Tag")
        @Table(name = "tag")
        static class Tag {
            @Id
            long id;

            @Column(length = 20)
            String word;
        }

        @Entity(name = "Tagging")
        @Table(name = "customer_tag")
        static class Tagging {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "customer_id")
            Customer customer;

            @ManyToOne(optional = false)
            @JoinColumn(name = "tag_id")
            Tag tag;

            LocalDate since;
        }

        @Entity(name = "Company")
        static class Company extends Customer {
            @Column(length = 20)
            String vat;
        }
    }

    /** Companies get their own table. */
    public interface V11 {
        @Entity(name = "Customer")
        @Table(name = "customer")
        @Inheritance(strategy = InheritanceType.JOINED)
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

        @Entity(name = "Tag")
        @Table(name = "tag")
        static class Tag {
            @Id
            long id;

            @Column(length = 20)
            String word;
        }

        @Entity(name = "Tagging")
        @Table(name = "customer_tag")
        static class Tagging {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            long id;

            @ManyToOne(optional = false)
            @JoinColumn(name = "customer_id")
            Customer customer;

            @ManyToOne(optional = false)
            @JoinColumn(name = "tag_id")
            Tag tag;

            LocalDate since;
        }

        @Entity(name = "Company")
        @Table(name = "company")
        static class Company extends Customer {
            @Column(length = 20)
            String vat;
        }
    }
}
