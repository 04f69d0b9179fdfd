package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Judges the pending revisions by what they do to a running application: locks, lost values, older releases. Fails with
 * exit code 5 if a finding is an error.
 */
@Mojo(name = "lint", requiresDependencyResolution = ResolutionScope.TEST)
public class LintMojo extends AbstractCommandMojo {

    /** The target of the upgrade, as in {@code migrate:upgrade}. */
    @Parameter(property = "target", defaultValue = "heads")
    private String target;

    /** Judges the revisions after this one, applied or not, instead of the pending revisions. */
    @Parameter(property = "since")
    private @Nullable String since;

    /**
     * A file with the sizes of the tables in production, as {@code migrate:sizes -Doutput} writes it; its product must be that of
     * the database or of {@code -Ddatabase}.
     */
    @Parameter(property = "sizes")
    private @Nullable String sizes;

    /** The product for which the revisions are judged, if it is not the one of the database: {@code postgresql}. */
    @Parameter(property = "database")
    private @Nullable String database;

    /** The file to which the findings are written in the format SARIF 2.1.0. */
    @Parameter(property = "sarif")
    private @Nullable String sarif;

    /**
     * Whether to rewrite the Java files of the revisions so that their operations have the safer forms that the findings show.
     * Files of applied revisions are not rewritten.
     */
    @Parameter(property = "fix", defaultValue = "false")
    private boolean fix;

    /** Whether to rewrite files that are committed without confirmation. */
    @Parameter(property = "yes", defaultValue = "false")
    private boolean yes;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("lint")
                .word(target)
                .option("since", since)
                .option("sizes", sizes)
                .option("database", database)
                .option("sarif", sarif)
                .flag("fix", fix)
                .flag("yes", yes)
                .flag("json", json);
    }
}
