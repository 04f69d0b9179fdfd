package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.diff.author.Difference;
import io.retort.error.Advice;
import io.retort.internal.dialect.Dialects;
import java.util.List;
import java.util.Optional;

/**
 * A product in the URL of the data source that is not the one for which the newest revision was written. A database that does
 * not answer cannot tell which of them is right.
 */
final class OtherProduct {

    private OtherProduct() {}

    /** Returns a warning if a comparison without the database read the entities for another product than that of the URL. */
    static List<String> warnings(ToolContext context, Difference difference) {
        if (difference.basis().isDatabase()
                || OfflineDialect.named(context.line(), context.unit(), context.style())
                        .isPresent()) {
            return List.of();
        }
        Optional<Dialect> recorded = RecordedProduct.of(
                        context.unit(), context.application().getEnvironment())
                .map(OfflineProduct::dialect);
        Optional<String> url = context.unit().database().url();
        return recorded.isEmpty() || url.isEmpty() || recorded.get().acceptsUrl(url.get())
                ? List.of()
                : warning(recorded.get(), url.get(), context);
    }

    private static List<String> warning(Dialect recorded, String url, ToolContext context) {
        return Dialects.names().stream()
                .map(Dialects::named)
                .filter(dialect -> dialect.acceptsUrl(url))
                .map(dialect -> Advice.of(
                                "the newest revision was written for " + recorded.productName()
                                        + ", and the entities were read for it, but the URL of the data source is one of "
                                        + dialect.productName() + ". To compare for the product of the URL: ",
                                Advice.option("database", dialect.name()))
                        .in(context.style()))
                .toList();
    }
}
