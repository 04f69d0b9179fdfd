package io.retort.diff.faithful.change.enums;

import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Enums stored in a named type of the database. */
public interface Named {

    @Found(
            forth = {"~ type state (A, B) -> (A, B, C)"},
            back = {"~ type state (A, B, C) -> (A, B)"})
    @Cannot(
            on = {HSQLDB, SQLITE, MARIADB, MYSQL},
            because = "Hibernate has no named enums there")
    class NamedLabelAtEnd {
        interface Old {
            enum State {
                A,
                B
            }
        }

        interface Fresh {
            enum State {
                A,
                B,
                C
            }
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Old.State state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Fresh.State state;
        }
    }

    @Found(
            forth = {"~ type state (A, C) -> (A, B, C)"},
            back = {"~ type state (A, B, C) -> (A, C)"})
    @Cannot(
            on = {HSQLDB, SQLITE, MARIADB, MYSQL},
            because = "Hibernate has no named enums there")
    class NamedLabelBetween {
        interface Old {
            enum State {
                A,
                C
            }
        }

        interface Fresh {
            enum State {
                A,
                B,
                C
            }
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Old.State state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Fresh.State state;
        }
    }

    @Found(
            forth = {"~ type state (B, C) -> (A, B, C)"},
            back = {"~ type state (A, B, C) -> (B, C)"})
    @Cannot(
            on = {HSQLDB, SQLITE, MARIADB, MYSQL},
            because = "Hibernate has no named enums there")
    class NamedLabelFirst {
        interface Old {
            enum State {
                B,
                C
            }
        }

        interface Fresh {
            enum State {
                A,
                B,
                C
            }
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Old.State state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Fresh.State state;
        }
    }

    @Found(
            forth = {"~ type state (A, B) -> (A, C)"},
            back = {"~ type state (A, C) -> (A, B)"})
    @Cannot(
            on = {HSQLDB, SQLITE, MARIADB, MYSQL},
            because = "Hibernate has no named enums there")
    class NamedLabelReplaced {
        interface Old {
            enum State {
                A,
                B
            }
        }

        interface Fresh {
            enum State {
                A,
                C
            }
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Old.State state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Fresh.State state;
        }
    }

    @Found(
            forth = {"+ column item.state", "+ type state"},
            back = {"- column item.state", "- type state"})
    @Cannot(
            on = {HSQLDB, SQLITE, MARIADB, MYSQL},
            because = "Hibernate has no named enums there")
    class NewNamed {
        interface Fresh {
            enum State {
                A,
                B
            }
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Fresh.State state;
        }
    }
}
