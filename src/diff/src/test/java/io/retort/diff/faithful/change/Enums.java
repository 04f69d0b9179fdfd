package io.retort.diff.faithful.change;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Changes of the values that an enum has. */
public interface Enums {
    @Found(
            forth = {"- constraint on item: check", "+ constraint on item: check item_state_check"},
            back = {"- constraint on item: check", "+ constraint on item: check item_state_check"})
    @Found(
            on = {MARIADB, MYSQL, H2},
            forth = {"~ column item.state enum"},
            back = {"~ column item.state enum"})
    class ConstantAtEnd {
        enum Old {
            NEW,
            DONE
        }

        enum Fresh {
            NEW,
            DONE,
            OPEN
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Old state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Fresh state;
        }
    }

    @Found(
            forth = {"- constraint on item: check", "+ constraint on item: check item_state_check"},
            back = {"- constraint on item: check", "+ constraint on item: check item_state_check"})
    @Found(
            on = {MARIADB, MYSQL, H2},
            forth = {"~ column item.state enum"},
            back = {"~ column item.state enum"})
    class ConstantBetween {
        enum Old {
            NEW,
            DONE
        }

        enum Fresh {
            NEW,
            GONE,
            DONE
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Old state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Fresh state;
        }
    }

    @Found(
            forth = {"- constraint on item: check", "+ constraint on item: check item_state_check"},
            back = {"- constraint on item: check", "+ constraint on item: check item_state_check"})
    @Cannot(
            on = {MYSQL},
            because = "8.0.15 parses checks and forgets them")
    class Ordinal {
        enum Old {
            NEW,
            DONE
        }

        enum Fresh {
            NEW,
            DONE,
            OPEN
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.ORDINAL)
            Old state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.ORDINAL)
            Fresh state;
        }
    }

    @Found(
            forth = {"- constraint on item: check", "+ constraint on item: check item_state_check"},
            back = {"- constraint on item: check", "+ constraint on item: check item_state_check"})
    @Cannot(
            on = {MYSQL},
            because = "8.0.15 parses checks and forgets them")
    class Letters {
        enum Old {
            A,
            B
        }

        enum Fresh {
            A,
            B,
            C
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @Column(length = 20)
            @JdbcTypeCode(SqlTypes.VARCHAR)
            Old state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @Column(length = 20)
            @JdbcTypeCode(SqlTypes.VARCHAR)
            Fresh state;
        }
    }

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

    @Found(
            on = {MARIADB, MYSQL, H2},
            forth = {"+ column item.state"},
            back = {"- column item.state"})
    @Found(
            forth = {"+ column item.state", "+ constraint on item: check item_state_check"},
            back = {"- column item.state", "- constraint on item: check"})
    class NewEnum {
        enum State {
            NEW,
            DONE
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
            State state;
        }
    }
}
