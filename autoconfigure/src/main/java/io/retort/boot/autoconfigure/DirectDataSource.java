package io.retort.boot.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Connections with the settings of a HikariCP data source, but without its pool. A pool that Retort starts would stay
 * open with as many idle connections as it is configured for, for each of many databases.
 */
final class DirectDataSource extends DelegatingDataSource {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", DirectDataSource.class.getClassLoader());

    private final @Nullable String catalog;
    private final @Nullable String schema;
    private final @Nullable String initSql;

    private DirectDataSource(
            DataSource direct, @Nullable String catalog, @Nullable String schema, @Nullable String initSql) {
        super(direct);
        this.catalog = catalog;
        this.schema = schema;
        this.initSql = initSql;
    }

    /** Returns direct connections if the data source is a HikariCP pool with a URL and a user, otherwise the data source itself. */
    static DataSource of(DataSource given) {
        return HIKARI ? Pools.direct(given) : given;
    }

    /** Refers to HikariCP, which an application does not need to have. */
    private static final class Pools {

        /** A subclass can have connections of another kind, and a pool without a user can get it from somewhere else. */
        static DataSource direct(DataSource given) {
            return given.getClass() == HikariDataSource.class
                            && given instanceof HikariDataSource pool
                            && pool.getJdbcUrl() != null
                            && pool.getUsername() != null
                            && pool.getDataSource() == null
                            && pool.getDataSourceClassName() == null
                    ? new DirectDataSource(
                            driver(pool), pool.getCatalog(), pool.getSchema(), pool.getConnectionInitSql())
                    : given;
        }

        private static DataSource driver(HikariDataSource pool) {
            SimpleDriverDataSource direct = DataSourceBuilder.derivedFrom(pool)
                    .type(SimpleDriverDataSource.class)
                    .build();
            Properties properties = ConnectTimeouts.of(pool.getJdbcUrl());
            properties.putAll(pool.getDataSourceProperties());
            direct.setConnectionProperties(properties);
            return direct;
        }
    }

    DataSource target() {
        return obtainTargetDataSource();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return prepared(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return prepared(super.getConnection(user, password));
    }

    /** As the pool prepares a new connection. */
    private Connection prepared(Connection connection) throws SQLException {
        try {
            if (catalog != null) {
                connection.setCatalog(catalog);
            }
            if (schema != null) {
                connection.setSchema(schema);
            }
            if (initSql != null) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(initSql);
                }
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }
}
