package io.retort.diff.invented;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Inspectors;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.ScratchDatabase;
import io.retort.diff.internal.scratch.ScratchSchema;

/** How the {@link InventedDialect invented product} is compared. */
public final class InventedProduct implements ComparedProduct {

    @Override
    public String dialect() {
        return InventedDialect.NAME;
    }

    @Override
    public Inspector inspector(Dialect dialect) {
        return Inspectors.h2(dialect);
    }

    @Override
    public ScratchSchema scratchSchema(Dialect dialect) {
        return ScratchSchema.h2(dialect);
    }

    @Override
    public ScratchDatabase scratchDatabase() {
        return ScratchDatabase.h2();
    }
}
