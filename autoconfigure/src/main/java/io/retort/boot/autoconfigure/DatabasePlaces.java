package io.retort.boot.autoconfigure;

import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Databases of which each belongs to one tenant. */
final class DatabasePlaces implements TenantPlaces {

    /** Each tenant in progress has at most two connections, each to another database, often on one server. */
    private static final int USUAL = 4;

    private final TenantDatabases source;
    private final UnaryOperator<DataSource> login;
    private final SingletonSupplier<DataSource> first = SingletonSupplier.of(() -> in(find().required(null)));
    private volatile Map<String, DataSource> found = Map.of();

    /**
     * @param source provides the data sources
     * @param login returns the data source with which Retort connects to the database of an application's data source
     */
    DatabasePlaces(TenantDatabases source, UnaryOperator<DataSource> login) {
        this.source = source;
        this.login = login;
    }

    @Override
    public UnitTenants.Found find() {
        found = query();
        return new UnitTenants.Found(List.copyOf(found.keySet()), found.keySet());
    }

    private Map<String, DataSource> query() {
        Map<String, DataSource> found;
        try {
            found = source.dataSources();
        } catch (RetortException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new RetortException(
                    "The tenants' databases could not be read: "
                            + Secrets.maskLogin(String.valueOf(failure.getMessage())),
                    "Correct the bean that returns them: " + source.getClass().getName() + ".",
                    failure);
        }
        Map<String, DataSource> copy = new LinkedHashMap<>(Objects.requireNonNull(found, "the tenants' databases"));
        copy.forEach(DatabasePlaces::require);
        return Collections.unmodifiableMap(copy);
    }

    private static void require(@Nullable String name, @Nullable DataSource dataSource) {
        if (name == null || name.isBlank() || dataSource == null) {
            throw new RetortException(
                    dataSource == null
                            ? "The tenant \"" + name + "\" has no data source."
                            : "A tenant's database has no name.",
                    "Correct the bean that returns the tenants' databases.");
        }
    }

    @Override
    public DataSource in(String tenant) {
        DataSource known = found.get(tenant);
        if (known == null) {
            find().required(tenant);
            known = Objects.requireNonNull(found.get(tenant));
        }
        return login.apply(known);
    }

    @Override
    public DataSource inTheFirst() {
        return new DeferredDataSource(first::obtain);
    }

    @Override
    public int parallelism() {
        return USUAL;
    }

    @Override
    public boolean areDatabases() {
        return true;
    }

    @Override
    public boolean has(DataSource dataSource) {
        return found.containsValue(dataSource);
    }

    @Override
    public Object origin() {
        return source;
    }
}
