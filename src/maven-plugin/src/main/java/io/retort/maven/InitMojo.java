package io.retort.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Creates the package for the application's revisions. Does nothing if the package exists. */
@Mojo(name = "init", requiresDependencyResolution = ResolutionScope.TEST)
public class InitMojo extends AbstractRetortMojo {

    private static final String PACKAGE_INFO = """
            /**
             * The revisions of this application's database schema, one class each.
             *
             * <p>{@code mvn migrate:revision} writes a revision, and the application applies pending revisions when it starts.
             */
            package %s;
            """;

    /** The package for revisions. */
    @Parameter(property = "migrate.package", defaultValue = "db.revisions")
    private String revisionsPackage;

    /** The name of one of the application's units, as in retort.units.NAME. Its revisions get a subpackage. */
    @Parameter(property = "unit")
    private @Nullable String unit;

    @Override
    protected void run(String main) throws MojoExecutionException {
        String named = unit == null || unit.isBlank() ? null : unit;
        String name = revisionsPackage + (named == null ? "" : "." + named.replace('-', '_'));
        Path folder = Path.of(project.getBuild().getSourceDirectory(), name.split("\\."));
        try {
            print(prepare(folder, name));
        } catch (IOException failure) {
            throw new MojoExecutionException("Cannot create " + folder + ": " + failure.getMessage(), failure);
        }
        print("Next: change an entity, then run  mvn migrate:revision " + (named == null ? "" : "-Dunit=" + named + " ")
                + "-Dmessage=\"create first tables\"");
    }

    private String prepare(Path folder, String name) throws IOException {
        Path shown = project.getBasedir().toPath().relativize(folder);
        if (Files.isDirectory(folder)) {
            return "Nothing to do: " + shown + " already exists.";
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package-info.java"), packageInfo(name));
        return "Created " + shown + " for the revisions of this application's database.";
    }

    static String packageInfo(String name) {
        return PACKAGE_INFO.formatted(name);
    }
}
