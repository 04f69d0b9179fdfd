package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a page, a comment for a pull request and JSON about the revisions of a branch. */
@Mojo(name = "report", requiresDependencyResolution = ResolutionScope.TEST)
public class ReportMojo extends AbstractCommandMojo {

    /** The commit into which the branch is merged, such as {@code origin/main}; its files are read as text. */
    @Parameter(property = "base")
    private @Nullable String base;

    /**
     * The folder for {@code report.html}, {@code report.md} and {@code report.json}; with several units, it has a folder
     * with these files for each unit.
     */
    @Parameter(property = "output", defaultValue = "target/retort")
    private String output;

    /** Whether to connect to no database. */
    @Parameter(property = "offline", defaultValue = "false")
    private boolean offline;

    /** The product if no database answers, with or without its version: {@code postgresql:17}. */
    @Parameter(property = "database")
    private @Nullable String database;

    /** The products whose statements are shown, separated by commas. */
    @Parameter(property = "products")
    private @Nullable String products;

    /** A file with the sizes of the tables in production, as {@code migrate:sizes -Doutput} writes it. */
    @Parameter(property = "sizes")
    private @Nullable String sizes;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected boolean readsEntities() {
        return true;
    }

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("report")
                .option("base", base)
                .option("output", output)
                .flag("offline", offline)
                .option("database", database)
                .option("products", products)
                .option("sizes", sizes)
                .flag("json", json);
    }
}
