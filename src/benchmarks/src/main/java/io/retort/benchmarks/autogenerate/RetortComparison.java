package io.retort.benchmarks.autogenerate;

import io.retort.Retort;
import io.retort.diff.EntityComparison;
import io.retort.diff.author.Difference;
import io.retort.diff.metadata.CapturedMetadata;
import java.util.List;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/** Compares with Retort, as {@code migrate:revision} does, from the bound entities to the list of operations. */
final class RetortComparison implements AutogenerateContender {

    private @Nullable MetadataImplementor metadata;

    @Override
    public void prepare(CountingSource source) throws Exception {
        metadata = HibernateEntities.bound(source);
    }

    @Override
    public int compare(CountingSource source) {
        if (metadata == null) {
            throw new IllegalStateException("not prepared");
        }
        CapturedMetadata unit = new CapturedMetadata(Models.UNIT, metadata, null);
        Retort retort = Retort.on(source.dataSource(), List.of());
        Difference found = new EntityComparison(source.dataSource(), unit, retort).get();
        found.operations().forEach(operation -> System.out.println(operation.describe()));
        found.skipped().forEach(System.out::println);
        return found.operations().size() + found.skipped().size();
    }
}
