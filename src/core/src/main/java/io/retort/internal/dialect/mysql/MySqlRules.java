package io.retort.internal.dialect.mysql;

import io.retort.internal.lint.rule.Rule;
import io.retort.internal.lint.rule.Rule.Hazard;
import io.retort.lint.Finding.Level;
import java.util.List;

/** The lint rules of MySQL and MariaDB. A copy blocks writes, except on MariaDB 11.2 and later. */
final class MySqlRules {

    static final Rule IMPLICIT_VALUE = new Rule(
            "implicit-value",
            Level.ERROR,
            Hazard.ROWS,
            "A `not null` column without a default gets 0 or an empty text in every existing row, without a warning.",
            "Give the column a default, or add it nullable and fill it.");
    static final Rule ADD_VOLATILE_DEFAULT = lock(
            "add-volatile-default",
            "Adding a column whose default is an expression such as `(uuid())` copies the table.",
            "Add the column without a default, set the default in a second operation, and fill existing rows"
                    + " with `op.backfill`.");
    static final Rule ADD_IDENTITY =
            lock("add-identity", "Adding an `auto_increment` column rebuilds the table and blocks writes.", "");
    static final Rule IDENTITY_DROP =
            lock("identity-drop", "Removing `auto_increment` from a column copies the table on MySQL.", "");
    static final Rule ADD_STORED =
            lock("add-stored", "Adding a stored generated column copies the table.", "Use a virtual generated column.");
    static final Rule NOT_NULL_REBUILDS = info(
            "not-null-rebuilds",
            "A change between `null` and `not null` rebuilds the table. Other sessions continue to read and write.");
    static final Rule TYPE_REWRITE = lock(
            "type-rewrite",
            "Most changes of a type copy the table. Not: a longer `varchar` with the same number of length bytes.",
            "Add a new column, fill it with `op.backfill`, and use it in the next release; or use gh-ost or"
                    + " pt-online-schema-change.");
    static final Rule VARCHAR_LENGTH = lock(
            "varchar-length",
            "A longer `varchar` that crosses 255 bytes (63 characters of utf8mb4) copies the table.",
            "Keep the length below 255 bytes, or use gh-ost or pt-online-schema-change.");
    static final Rule ENUM_COPIES = lock(
            "enum-copies",
            "Removing or moving a constant of an `enum` copies the table. Appending one does not.",
            "Append new constants at the end.");
    static final Rule COLLATION_COPIES =
            lock("collation-copies", "Another collation of an indexed column copies the table.", "");
    static final Rule INDEX_BLOCKS_WRITES = new Rule(
            "index-blocks-writes",
            Level.WARNING,
            Hazard.LOCK,
            "Adding a `fulltext` or `spatial` index, or an index of an expression, blocks writes. Other indexes do not.",
            "");
    static final Rule PRIMARY_KEY_REBUILDS = info(
            "primary-key-rebuilds",
            "Adding a primary key rebuilds the table. Other sessions continue to read and write.");
    static final Rule PRIMARY_KEY_DROP =
            lock("primary-key-drop", "Dropping a primary key, or its column, copies the table.", "");
    static final Rule CHECK_BLOCKS = lock("check-blocks", "Adding a check constraint copies the table.", "");
    static final Rule FK_BLOCKS_WRITES = lock(
            "fk-blocks-writes", "Adding a foreign key copies the table.", "Use gh-ost or pt-online-schema-change.");
    static final Rule CASCADE_COPY = lock(
            "cascade-blocks-copy",
            "A copy of a table that has a foreign key with `on delete cascade` or `set null` blocks writes on every"
                    + " version.",
            "Drop the foreign key before, and add it again afterwards.");
    static final Rule CHARACTER_SET = lock("character-set", "`convert to character set` copies the table.", "");

    static final List<Rule> ALL = List.of(
            IMPLICIT_VALUE,
            ADD_VOLATILE_DEFAULT,
            ADD_IDENTITY,
            IDENTITY_DROP,
            ADD_STORED,
            NOT_NULL_REBUILDS,
            TYPE_REWRITE,
            VARCHAR_LENGTH,
            ENUM_COPIES,
            COLLATION_COPIES,
            INDEX_BLOCKS_WRITES,
            PRIMARY_KEY_REBUILDS,
            PRIMARY_KEY_DROP,
            CHECK_BLOCKS,
            FK_BLOCKS_WRITES,
            CASCADE_COPY,
            CHARACTER_SET);

    private MySqlRules() {}

    private static Rule lock(String id, String summary, String remedy) {
        return new Rule(id, Level.ERROR, Hazard.LOCK, summary, remedy);
    }

    private static Rule info(String id, String summary) {
        return new Rule(id, Level.INFO, Hazard.LOCK, summary, "");
    }
}
