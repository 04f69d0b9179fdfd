package io.retort.diff.question;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The entities of a shop in several versions. */
final class ShopVersions {

    private ShopVersions() {}

    /** The first version. */
    static List<Class<?>> first() {
        return List.of(First.Customer.class, First.Purchase.class);
    }

    /** Customers are renamed to clients. */
    static List<Class<?>> renamed() {
        return List.of(Renamed.Client.class, Renamed.Purchase.class);
    }

    /** Everything is stricter. */
    static List<Class<?>> strict() {
        return List.of(Strict.Customer.class, Strict.Purchase.class);
    }

    /** Only customers remain, with fewer attributes. */
    static List<Class<?>> less() {
        return List.of(Less.Customer.class);
    }

    static final class First {

        enum Status {
            ACTIVE,
            PASSIVE,
            GONE
        }

        enum Rank {
            LOW,
            MIDDLE,
            HIGH
        }

        @Entity(name = "customer")
        @Table(indexes = @Index(columnList = "mail, city"), uniqueConstraints = @UniqueConstraint(columnNames = "mail"))
        static class Customer {
            @Id
            @GeneratedValue
            Long id;

            String mail;
            String city;

            @Enumerated(EnumType.STRING)
            Status status;

            @Enumerated(EnumType.ORDINAL)
            Rank rating;

            BigDecimal credit;

            @ElementCollection
            Set<String> tags;

            @ManyToOne
            Customer boss;
        }

        @Entity(name = "purchase")
        static class Purchase {
            @Id
            Long id;

            @ManyToOne
            Customer customer;
        }
    }

    static final class Renamed {

        @Entity(name = "client")
        @Table(
                indexes = @Index(columnList = "email, city"),
                uniqueConstraints = @UniqueConstraint(columnNames = "email"))
        static class Client {
            @Id
            @GeneratedValue
            Long id;

            String email;
            String city;

            @Enumerated(EnumType.STRING)
            First.Status state;

            @Enumerated(EnumType.ORDINAL)
            First.Rank rating;

            BigDecimal credit;

            @ElementCollection
            Set<String> tags;

            @ManyToOne
            Client boss;
        }

        @Entity(name = "purchase")
        static class Purchase {
            @Id
            Long id;

            @ManyToOne
            Client client;
        }
    }

    static final class Strict {

        enum Status {
            ACTIVE,
            PASSIVE
        }

        enum Rank {
            LOW,
            MIDDLE
        }

        @Entity(name = "customer")
        @Table(
                indexes = @Index(columnList = "mail, city"),
                uniqueConstraints = {@UniqueConstraint(columnNames = "mail"), @UniqueConstraint(columnNames = "city")})
        static class Customer {
            @Id
            @GeneratedValue
            Long id;

            @Column(length = 10)
            String mail;

            @Column(nullable = false)
            String city;

            @Enumerated(EnumType.STRING)
            Status status;

            @Enumerated(EnumType.ORDINAL)
            Rank rating;

            @Column(precision = 6, scale = 1)
            BigDecimal credit;

            @ElementCollection
            Set<String> tags;

            @ManyToOne
            Customer boss;

            @Column(nullable = false, length = 16)
            String tier;

            @Column(nullable = false)
            String shout;

            @Column(nullable = false)
            boolean active;
        }

        @Entity(name = "purchase")
        static class Purchase {
            @Id
            Long id;

            @ManyToOne
            Customer customer;
        }
    }

    static final class Less {

        @Entity(name = "customer")
        @Table(indexes = @Index(columnList = "mail"), uniqueConstraints = @UniqueConstraint(columnNames = "mail"))
        static class Customer {
            @Id
            @GeneratedValue
            Long id;

            String mail;

            @Enumerated(EnumType.STRING)
            First.Status status;

            @Enumerated(EnumType.ORDINAL)
            First.Rank rating;

            BigDecimal credit;

            @ElementCollection
            Set<String> tags;

            @ManyToOne
            Customer boss;
        }
    }
}
