package io.retort.internal.dialect.postgres;

import io.retort.internal.lint.rule.Rule;
import io.retort.internal.lint.rule.Rule.Hazard;
import io.retort.lint.Finding.Level;
import java.util.List;

/** The lint rules of PostgreSQL. */
final class PostgresRules {

    static final Rule ADD_VOLATILE_DEFAULT = lock(
            "add-volatile-default",
            Level.ERROR,
            "Adding a column whose default differs per row (`gen_random_uuid()`, `clock_timestamp()`) rewrites the table.",
            "Add the column with concurrently(): the default follows in a second statement, and existing rows get their"
                    + " values in batches.");
    static final Rule ADD_IDENTITY = lock(
            "add-identity",
            Level.ERROR,
            "Adding an identity column rewrites the table.",
            "Add a nullable column, fill it from a sequence with `op.backfill`, and make it the identity afterwards.");
    static final Rule ADD_STORED = lock(
            "add-stored",
            Level.ERROR,
            "Adding a stored generated column rewrites the table.",
            "Add an ordinary column, and fill it with a trigger and `op.backfill`.");
    static final Rule ADD_REQUIRED = new Rule(
            "add-required",
            Level.ERROR,
            Hazard.ROWS,
            "Adding a `not null` column without a default fails if the table has rows.",
            "Add the column with a default, or nullable, and set `not null` after it is filled.");
    static final Rule ADD_COLUMN_CHECK = lock(
            "add-column-check",
            Level.ERROR,
            "Adding a column together with its check constraint reads every row.",
            "Add the column with concurrently(). In SQL, add the constraint afterwards as `not valid`, and validate it in a"
                    + " later revision.");
    static final Rule ADD_COLUMN_KEY = lock(
            "add-column-key",
            Level.ERROR,
            "Adding a column together with a key builds an index.",
            "Add the column, then the key with concurrently().");
    static final Rule INDEX_BLOCKS_WRITES = lock(
            "index-blocks-writes",
            Level.ERROR,
            "`create index` blocks writes while it builds the index.",
            "Create the index concurrently.");
    static final Rule DROP_INDEX_BLOCKS = lock(
            "drop-index-blocks",
            Level.WARNING,
            "`drop index` blocks reads and writes until the transaction ends.",
            "Drop the index concurrently.");
    static final Rule REINDEX = lock(
            "reindex",
            Level.ERROR,
            "`reindex` blocks writes, and reads that use the index.",
            "Use `reindex ... concurrently`.");
    static final Rule UNIQUE_BLOCKS = lock(
            "unique-blocks",
            Level.ERROR,
            "Adding a unique constraint builds an index.",
            "Add the constraint with concurrently(). In SQL, build a unique index concurrently, and add the constraint with"
                    + " `using index`.");
    static final Rule PRIMARY_KEY_BLOCKS = lock(
            "primary-key-blocks",
            Level.ERROR,
            "Adding a primary key builds an index.",
            "Add the primary key with concurrently(). In SQL, build a unique index concurrently, and add the primary key"
                    + " with `using index`.");
    static final Rule EXCLUSION = lock(
            "exclusion",
            Level.ERROR,
            "Adding an exclusion constraint builds an index. It cannot be added without validation.",
            "");
    static final Rule FK_BLOCKS_WRITES = lock(
            "fk-blocks-writes",
            Level.ERROR,
            "Adding a foreign key blocks writes to both tables while it reads every row.",
            "Add the foreign key with concurrently(). In SQL, add it as `not valid`, and validate it in a later revision.");
    static final Rule NEW_TABLE_FK = lock(
            "new-table-fk",
            Level.WARNING,
            "A new table with a foreign key blocks writes to the referenced table until the transaction ends.",
            "Create the table at the end of a short revision.");
    static final Rule DROP_FK = lock(
            "drop-fk",
            Level.WARNING,
            "Dropping a foreign key, or a column or table that has one, blocks reads and writes of both tables until the"
                    + " transaction ends.",
            "Drop the foreign key in a revision of its own.");
    static final Rule CHECK_BLOCKS = lock(
            "check-blocks",
            Level.ERROR,
            "Adding a check constraint reads every row.",
            "Add the constraint with concurrently(). In SQL, add it as `not valid`, and validate it in a later revision.");
    static final Rule NOT_NULL_SCANS = lock(
            "not-null-scans",
            Level.ERROR,
            "`set not null` reads every row, unless a valid check constraint `x is not null` exists.",
            "Change the column with concurrently(). In SQL, add the check constraint as `not valid`, validate it in a later"
                    + " revision, then set `not null` and drop the constraint.");
    static final Rule TYPE_REWRITE = lock(
            "type-rewrite",
            Level.ERROR,
            "Most changes of a type rewrite the table and its indexes. Not: longer `varchar`, `varchar` to `text`, more"
                    + " digits with the same scale, more fractional seconds.",
            "Add a new column, fill it with `op.backfill`, and use it in the next release.");
    static final Rule TYPE_CHECK_SCAN = lock(
            "type-check-scan",
            Level.ERROR,
            "A change of a type that needs no rewrite still reads every row if a check constraint uses the column.",
            "Drop the check constraint, change the type, and add the constraint with concurrently().");
    static final Rule TYPE_COLLATION = lock(
            "type-collation",
            Level.ERROR,
            "Another collation of an indexed column builds the index again.",
            "Add a new column, fill it with `op.backfill`, and use it in the next release.");
    static final Rule ENUM_REBUILD = lock(
            "enum-rebuild",
            Level.ERROR,
            "Removing or moving a constant of an enum type rewrites every table that uses the type.",
            "Keep the constant, or use a text with a check constraint.");
    static final Rule SEQUENCE_ALTER = new Rule(
            "sequence-alter",
            Level.WARNING,
            Hazard.OLDER_RELEASE,
            "Inserts that use a changed sequence wait until the transaction ends.",
            "Change the sequence in a revision of its own.");
    static final Rule TRIGGER = lock(
            "trigger",
            Level.INFO,
            "`create trigger` blocks writes until the transaction ends.",
            "Create the trigger in a revision of its own.");
    static final Rule PARTITION_OF = lock(
            "partition-of",
            Level.WARNING,
            "`create table ... partition of` blocks reads and writes of the partitioned table.",
            "Create the table separately, and attach it with `attach partition`.");
    static final Rule DETACH = lock(
            "detach",
            Level.WARNING,
            "`detach partition` blocks reads and writes of the partitioned table.",
            "Use `detach partition ... concurrently`.");
    static final Rule NO_KEY_INDEX = new Rule(
            "no-key-index",
            Level.INFO,
            Hazard.LOCK,
            "A foreign key without an index on its columns: each delete from the referenced table reads the whole"
                    + " table.",
            "Create an index on the columns of the foreign key.");
    static final Rule CACHED_PLAN = new Rule(
            "cached-plan",
            Level.WARNING,
            Hazard.DRIVER,
            "After a change of a type, each prepared select that returns the column fails once per connection with"
                    + " \"cached plan must not change result type\". Hibernate prepares its selects.",
            "Add autosave=conservative to the JDBC URL in an earlier release.");

    static final List<Rule> ALL = List.of(
            ADD_VOLATILE_DEFAULT,
            ADD_IDENTITY,
            ADD_STORED,
            ADD_REQUIRED,
            ADD_COLUMN_CHECK,
            ADD_COLUMN_KEY,
            INDEX_BLOCKS_WRITES,
            DROP_INDEX_BLOCKS,
            REINDEX,
            UNIQUE_BLOCKS,
            PRIMARY_KEY_BLOCKS,
            EXCLUSION,
            FK_BLOCKS_WRITES,
            NEW_TABLE_FK,
            DROP_FK,
            NO_KEY_INDEX,
            CHECK_BLOCKS,
            NOT_NULL_SCANS,
            TYPE_REWRITE,
            TYPE_CHECK_SCAN,
            TYPE_COLLATION,
            CACHED_PLAN,
            ENUM_REBUILD,
            SEQUENCE_ALTER,
            TRIGGER,
            PARTITION_OF,
            DETACH);

    private PostgresRules() {}

    private static Rule lock(String id, Level level, String summary, String remedy) {
        return new Rule(id, level, Hazard.LOCK, summary, remedy);
    }
}
