package io.retort.boot.command;

import io.retort.boot.autoconfigure.properties.ScratchProperties;
import io.retort.dialect.Dialect;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.ScratchDatabase;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.internal.dialect.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * An empty database of the same product as the application's, which is removed when it is closed. It is in memory for
 * embedded products. Otherwise it is on the server of {@code retort.scratch.url}, or on the server of the application.
 */
final class EmptyDatabase implements AutoCloseable {

    private static final int LETTERS = 12;

    private final SimpleDriverDataSource other;
    private final SimpleDriverDataSource created;
    private final ScratchDatabase product;
    private final String name;
    private final Thread onExit = new Thread(this::remove, "retort-scratch");

    private EmptyDatabase(
            SimpleDriverDataSource other, SimpleDriverDataSource created, ScratchDatabase product, String name) {
        this.other = other;
        this.created = created;
        this.product = product;
        this.name = name;
    }

    /**
     * Creates an empty database.
     *
     * @throws RetortException if no server is known, or if the user cannot create databases
     */
    static EmptyDatabase of(ToolContext context) {
        SimpleDriverDataSource other = server(context);
        try (Connection connection = connect(other)) {
            Dialect dialect = Dialects.of(connection);
            ScratchDatabase product = ComparedProduct.of(dialect).scratchDatabase();
            String name = ScratchDatabase.PREFIX
                    + UUID.randomUUID().toString().replace("-", "").substring(0, LETTERS);
            SimpleDriverDataSource created = like(other);
            created.setUrl(product.create(connection, name));
            EmptyDatabase database = new EmptyDatabase(other, created, product, name);
            Runtime.getRuntime().addShutdownHook(database.onExit);
            database.prepare(connection);
            return database;
        } catch (SQLException failure) {
            throw new RetortException(
                    "Cannot create an empty database: " + Secrets.maskLogin(String.valueOf(failure.getMessage())),
                    Advice.of(
                            "Grant the user the right to create databases on the development server, or set ",
                            Advice.setting("scratch.url"),
                            " to a server on which Retort can create and drop databases whose names start with "
                                    + ScratchDatabase.PREFIX + "."),
                    Secrets.withoutSecrets(failure));
        }
    }

    /** A driver returns no connection for a URL of another driver. */
    private static Connection connect(SimpleDriverDataSource server) throws SQLException {
        Connection connection = server.getConnection();
        if (connection == null) {
            throw new SQLException("The JDBC driver does not accept the URL.");
        }
        return connection;
    }

    private void prepare(Connection connection) throws SQLException {
        try (Connection inside = created.getConnection()) {
            product.prepare(connection, inside);
        } catch (SQLException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private static SimpleDriverDataSource server(ToolContext context) {
        ScratchProperties scratch = context.unit().settings().common().getScratch();
        return scratch.getUrl() == null
                ? of(context.unit().database().plain())
                : DataSourceBuilder.create()
                        .type(SimpleDriverDataSource.class)
                        .url(scratch.getUrl())
                        .username(scratch.getUser())
                        .password(scratch.getPassword())
                        .build();
    }

    private static SimpleDriverDataSource of(DataSource plain) {
        try {
            return like(plain);
        } catch (RuntimeException unreadable) {
            throw new RetortException(
                    "The data source does not expose its URL, so that no empty database can be created next to it.",
                    Advice.of(
                            "Set ",
                            Advice.setting("scratch.url"),
                            " to a server on which Retort can create and drop databases."),
                    unreadable);
        }
    }

    private static SimpleDriverDataSource like(DataSource source) {
        return DataSourceBuilder.derivedFrom(source)
                .type(SimpleDriverDataSource.class)
                .build();
    }

    /** Returns the data source of the empty database. */
    DataSource dataSource() {
        return created;
    }

    /** Removes the database. The exit of a terminated JVM does the same. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException terminated) {
            return;
        }
        remove();
    }

    private void remove() {
        try {
            try (Connection last = created.getConnection()) {
                product.shutDown(last);
            }
            try (Connection connection = other.getConnection()) {
                product.remove(connection, name);
            }
        } catch (SQLException failure) {
            throw new RetortException(
                    "Cannot remove the scratch database " + name + ": "
                            + Secrets.maskLogin(String.valueOf(failure.getMessage())),
                    "Drop it by hand.",
                    Secrets.withoutSecrets(failure));
        }
    }
}
