package io.retort.diff.faithful.change.texts;

import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/** Texts with characters that are special to some databases, such as backslashes. */
public interface Backslashes {

    @Found(
            forth = {"~ column item.name"},
            back = {"~ column item.name"})
    @Cannot(on = SQLITE, because = "SQLite does not store comments")
    class CommentWithBackslashes {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 20)
            @Comment("in C:\\new")
            String name;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = 20)
            @Comment("in C:\\new\\'temp' at 100% of \"it\" \\")
            String name;
        }
    }

    @Found(
            forth = {"~ table item"},
            back = {"~ table item"})
    @Cannot(on = SQLITE, because = "SQLite does not store comments")
    class TableCommentWithBackslashes {

        @Entity
        @Table(name = "item", comment = "in C:\\new")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item", comment = "in C:\\new\\'temp' \\")
        static class After {
            @Id
            long id;
        }
    }

    @Found(
            forth = {"~ column item.name"},
            back = {"~ column item.name"})
    class DefaultWithBackslashes {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 20)
            @ColumnDefault("'C:\\\\new'")
            String name;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = 20)
            @ColumnDefault("'C:\\\\new\\\\it''s'")
            String name;
        }
    }
}
