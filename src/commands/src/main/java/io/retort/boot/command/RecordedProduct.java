package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.diff.author.Conventions;
import io.retort.diff.author.SourceTree;
import io.retort.diff.author.TargetProduct;
import io.retort.internal.dialect.Dialects;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * The product that the file of the newest revision names. Separate from {@link OfflineProduct}, because an application
 * without retort-diff loads that class.
 */
final class RecordedProduct {

    private RecordedProduct() {}

    /** Returns the product for the unit of a command. */
    static OfflineProduct of(ToolContext context) {
        Environment environment = context.application().getEnvironment();
        return OfflineDialect.named(context.line(), context.unit(), context.style())
                .or(() -> of(context.unit(), environment))
                .orElseGet(() -> OfflineDialect.ofUrl(context));
    }

    /** Returns the product in the file of the newest revision; empty if no file names a known one. */
    static Optional<OfflineProduct> of(RetortUnit unit, Environment environment) {
        return TargetProduct.latest(unit.retort().graph(), tree(environment))
                .flatMap(product -> Dialects.names().stream()
                        .map(Dialects::named)
                        .filter(dialect -> dialect.productName().equals(product.name()))
                        .map(dialect -> new OfflineProduct(dialect, product.version()))
                        .findFirst());
    }

    /** Returns the folders of the project, in which the files of revisions are looked for. */
    static SourceTree tree(Environment environment) {
        Path sources = Path.of(environment.getProperty("retort.sources", "src/main/java"));
        Path resources = Path.of(environment.getProperty("retort.resources", "src/main/resources"));
        return new SourceTree(
                Path.of(""), sources, "db.revisions", resources.resolve("db/revisions"), Conventions.STANDARD);
    }
}
