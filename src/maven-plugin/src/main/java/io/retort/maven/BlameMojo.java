package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows which revisions created, last changed and dropped a table, a part of one, a sequence or a type. */
@Mojo(name = "blame", requiresDependencyResolution = ResolutionScope.TEST)
public class BlameMojo extends AbstractCommandMojo {

    /** The object: {@code owner}, {@code owner.nickname} or the name of an index or constraint. */
    @Parameter(property = "target")
    private @Nullable String target;

    /** The product whose rules for names apply, if not that of the URL: {@code postgresql}. */
    @Parameter(property = "database")
    private @Nullable String database;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("blame")
                .word(target)
                .option("database", database)
                .flag("json", json);
    }
}
