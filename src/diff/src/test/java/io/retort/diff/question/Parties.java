package io.retort.diff.question;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.List;
import java.util.Map;

/** The same hierarchies of entities, each in the three kinds of storage of Jakarta Persistence. */
final class Parties {

    private Parties() {}

    /** The kinds of storage of a hierarchy, each with its root first. */
    record Hierarchy(String name, Map<InheritanceType, List<Class<?>>> storages) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Hierarchy> all() {
        return List.of(
                of("plain", OneTable.class, Joined.class, PerClass.class),
                of("numbered", NumberedOneTable.class, NumberedJoined.class, NumberedPerClass.class),
                of("abstract", AbstractOneTable.class, AbstractJoined.class, AbstractPerClass.class));
    }

    private static Hierarchy of(String name, Class<?> one, Class<?> joined, Class<?> perClass) {
        return new Hierarchy(
                name,
                Map.of(
                        InheritanceType.SINGLE_TABLE, entities(one),
                        InheritanceType.JOINED, entities(joined),
                        InheritanceType.TABLE_PER_CLASS, entities(perClass)));
    }

    /** The nested classes, each after its superclass. */
    private static List<Class<?>> entities(Class<?> family) {
        return List.of(family.getDeclaredClasses()).stream()
                .sorted((one, other) -> one.isAssignableFrom(other) ? -1 : other.isAssignableFrom(one) ? 1 : 0)
                .toList();
    }

    static class OneTable {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            String vat;
        }

        @Entity(name = "Bank")
        static class Bank extends Company {
            Integer code;
        }
    }

    static class Joined {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.JOINED)
        static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            String vat;
        }

        @Entity(name = "Bank")
        static class Bank extends Company {
            Integer code;
        }
    }

    static class PerClass {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            String vat;
        }

        @Entity(name = "Bank")
        static class Bank extends Company {
            Integer code;
        }
    }

    static class NumberedOneTable {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
        @DiscriminatorValue("10")
        static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        @DiscriminatorValue("20")
        static class Company extends Party {
            String vat;
        }

        @Entity(name = "Bank")
        @DiscriminatorValue("30")
        static class Bank extends Company {
            Integer code;
        }
    }

    static class NumberedJoined {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.JOINED)
        @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
        @DiscriminatorValue("10")
        static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        @DiscriminatorValue("20")
        static class Company extends Party {
            String vat;
        }

        @Entity(name = "Bank")
        @DiscriminatorValue("30")
        static class Bank extends Company {
            Integer code;
        }
    }

    static class NumberedPerClass {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
        @DiscriminatorValue("10")
        static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        @DiscriminatorValue("20")
        static class Company extends Party {
            String vat;
        }

        @Entity(name = "Bank")
        @DiscriminatorValue("30")
        static class Bank extends Company {
            Integer code;
        }
    }

    static class AbstractOneTable {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        abstract static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            @Column(nullable = false)
            String vat;
        }

        @Entity(name = "Bank")
        static class Bank extends Company {
            Integer code;
        }
    }

    static class AbstractJoined {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.JOINED)
        abstract static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            @Column(nullable = false)
            String vat;
        }

        @Entity(name = "Bank")
        static class Bank extends Company {
            Integer code;
        }
    }

    static class AbstractPerClass {
        @Entity(name = "Party")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        abstract static class Party {
            @Id
            Long id;

            @Column(nullable = false)
            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            @Column(nullable = false)
            String vat;
        }

        @Entity(name = "Bank")
        static class Bank extends Company {
            Integer code;
        }
    }
}
