package io.retort.diff.model.scratch;

import io.retort.dialect.Dialect;
import io.retort.diff.inspect.Inspector;
import io.retort.error.RetortException;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.hibernate.boot.Metadata;

/** A throw-away place in which a model is created, so that the database itself says how it spells it. */
public final class ScratchSchema {

    private final Dialect dialect;
    private final Place place;

    private ScratchSchema(Dialect dialect, Place place) {
        this.dialect = dialect;
        this.place = place;
    }

    /**
     * The scratch schema of a dialect's product.
     *
     * @throws RetortException if Retort knows no private place in the product
     */
    public static ScratchSchema of(Dialect dialect) {
        return new ScratchSchema(dialect, place(dialect.name()));
    }

    private static Place place(String product) {
        return switch (product) {
            case "postgresql" -> new PostgresPlace();
            case "mysql", "mariadb" -> new MySqlPlace();
            case "h2" -> new H2Place();
            case "hsqldb" -> new HsqldbPlace();
            case "sqlite" -> new SqlitePlace();
            default ->
                throw new RetortException(
                        "Retort cannot compare entities with a database of the product " + product + ".",
                        "Write the revision by hand: `mvn migrate:revision -Dempty -Dmessage=...`.");
        };
    }

    /**
     * Creates the model, reads it and removes it. The connection is left as it was; only MySQL and MariaDB commit a
     * transaction that is open on it.
     *
     * @param metadata the entities, bound for the connection's product
     * @throws RetortException if the user may not create the place, with the right that is missing
     */
    public Scratch read(Connection connection, Metadata metadata, Inspector inspector) {
        return read(connection, metadata, inspector, table -> true);
    }

    /**
     * The same with a part of the model: the tables that are chosen, all sequences and all types. What the tables reference
     * is created, too, and is in the snapshot without its own foreign keys.
     */
    public Scratch read(
            Connection connection, Metadata metadata, Inspector inspector, Predicate<QualifiedName> tables) {
        try {
            return place.read(connection, new Model(metadata, dialect, tables), inspector)
                    .closed();
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot create the entities' tables in a scratch schema. The database says: " + e.getMessage(),
                    "Check that the database can be reached and that its user may create tables.",
                    e);
        }
    }
}
