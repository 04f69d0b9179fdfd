package io.retort.boot.autoconfigure;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that is looked up when it is used. */
final class DeferredDataSource extends DelegatingDataSource {

    private final Supplier<DataSource> target;

    DeferredDataSource(Supplier<DataSource> target) {
        this.target = target;
    }

    DataSource target() {
        return target.get();
    }

    @Override
    protected DataSource obtainTargetDataSource() {
        return target();
    }
}
