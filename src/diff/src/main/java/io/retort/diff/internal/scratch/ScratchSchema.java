package io.retort.diff.internal.scratch;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.error.RetortException;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.hibernate.boot.Metadata;

/** A temporary schema in which the model is created, so that the database normalises it. */
public final class ScratchSchema {

    private final Dialect dialect;
    private final ScratchStrategy place;
    private final ComparisonProgress progress;

    private ScratchSchema(Dialect dialect, ScratchStrategy place) {
        this(dialect, place, ComparisonProgress.NONE);
    }

    private ScratchSchema(Dialect dialect, ScratchStrategy place, ComparisonProgress progress) {
        this.dialect = dialect;
        this.place = place;
        this.progress = progress;
    }

    /**
     * Returns a copy that reports how many objects of the entities it has created.
     *
     * @param shown receives the number
     */
    public ScratchSchema reporting(ComparisonProgress shown) {
        return new ScratchSchema(dialect, place, shown);
    }

    /** Returns a schema of PostgreSQL in a transaction that is rolled back. */
    public static ScratchSchema postgres(Dialect dialect) {
        return new ScratchSchema(dialect, new PostgresScratchStrategy());
    }

    /** Returns a database of MySQL or MariaDB that is dropped afterwards. */
    public static ScratchSchema mySql(Dialect dialect) {
        return new ScratchSchema(dialect, new MySqlScratchStrategy());
    }

    /** Returns a private in-memory database of H2. */
    public static ScratchSchema h2(Dialect dialect) {
        return new ScratchSchema(dialect, new H2ScratchStrategy());
    }

    /** Returns a private in-memory database of HSQLDB. */
    public static ScratchSchema hsqldb(Dialect dialect) {
        return new ScratchSchema(dialect, new HsqldbScratchStrategy());
    }

    /** Returns a private in-memory database of SQLite. */
    public static ScratchSchema sqlite(Dialect dialect) {
        return new ScratchSchema(dialect, new SqliteScratchStrategy());
    }

    /**
     * Creates the model, inspects it and removes it. The connection is left as it was. MySQL and MariaDB implicitly
     * commit a transaction that is open on it.
     *
     * @param connection a connection to the database
     * @param metadata the entities, bound for the product of the connection
     * @param inspector inspects the scratch schema
     * @throws RetortException if the database cannot be reached, or if the user cannot create the schema; the message
     *     names the missing privilege
     */
    public Scratch read(Connection connection, Metadata metadata, Inspector inspector) {
        return read(connection, metadata, inspector, table -> true);
    }

    /**
     * Creates part of the model, inspects it and removes it: the chosen tables, all sequences and all types. Referenced
     * tables are created as well, and are in the snapshot without their own foreign keys.
     *
     * @param connection a connection to the database
     * @param metadata the entities, bound for the product of the connection
     * @param inspector inspects the scratch schema
     * @param tables selects the tables
     * @throws RetortException if the database cannot be reached, or if the user cannot create the schema; the message
     *     names the missing privilege
     */
    public Scratch read(
            Connection connection, Metadata metadata, Inspector inspector, Predicate<QualifiedName> tables) {
        return read(connection, new EntityScratchModel(metadata, dialect, tables, progress), inspector);
    }

    /**
     * Creates a schema with the statements of Retort's own operations, inspects it and removes it. Statements that the
     * database rejects are in the result.
     *
     * @param connection a connection to the database
     * @param schema the objects to create, in portable types
     * @param inspector inspects the scratch schema
     * @throws RetortException if the database cannot be reached, or if the user cannot create the schema; the message
     *     names the missing privilege
     */
    public Scratch read(Connection connection, Snapshot schema, Inspector inspector) {
        return read(connection, new SnapshotScratchModel(schema, dialect), inspector);
    }

    private Scratch read(Connection connection, ScratchModel model, Inspector inspector) {
        try {
            return place.read(connection, model, inspector).closed();
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot create the tables in a scratch schema. The database reports: " + e.getMessage(),
                    "Check that the database is reachable and that its user can create tables.",
                    e);
        }
    }
}
