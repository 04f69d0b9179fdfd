package io.retort.boot.autoconfigure;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.internal.tenant.SchemaDataSource;
import io.retort.internal.tenant.SchemaNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Schemas of one database. */
final class SchemaPlaces implements TenantPlaces {

    private final DataSource over;
    private final TenantSchemas source;
    private final IntSupplier usual;
    private final SingletonSupplier<String> first = SingletonSupplier.of(() -> find().required(null));

    /**
     * @param over the application's data source
     * @param source provides the names of the schemas
     * @param usual the parallelism if {@code parallelism} is not set
     */
    SchemaPlaces(DataSource over, TenantSchemas source, IntSupplier usual) {
        this.over = over;
        this.source = source;
        this.usual = usual;
    }

    @Override
    public UnitTenants.Found find() {
        Collection<String> names = source.names();
        try (Connection connection = over.getConnection()) {
            SchemaNames schemas = SchemaNames.of(connection);
            return new UnitTenants.Found(
                    schemas.meant(names.stream().filter(name -> !name.isBlank()).toList()), schemas.names());
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the database: " + Secrets.maskLogin(String.valueOf(e.getMessage())),
                    Advice.of(
                            "Check that the database is running, and that ",
                            Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD),
                            " are correct."),
                    Secrets.withoutSecrets(e));
        }
    }

    @Override
    public DataSource in(String tenant) {
        return new SchemaDataSource(over, () -> tenant);
    }

    @Override
    public DataSource inTheFirst() {
        return new SchemaDataSource(over, first);
    }

    @Override
    public int parallelism() {
        return usual.getAsInt();
    }

    @Override
    public boolean areDatabases() {
        return false;
    }

    @Override
    public boolean has(DataSource dataSource) {
        return false;
    }

    @Override
    public @Nullable Object origin() {
        return null;
    }
}
