package io.retort.maven;

import io.retort.maven.fork.MainClass;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What every goal asks first: is this module an application that uses Retort?
 *
 * <p>A goal runs in every module that Maven has selected. A module with packaging {@code pom} or without an application
 * class is passed over; an application without the starter is a mistake, unless it is one of several modules.
 */
public abstract class AbstractRetortMojo extends AbstractMojo {

    private static final String STARTER = """
            Add Retort's starter to its dependencies, then type the same again:
              <dependency>
                <groupId>io.retort</groupId>
                <artifactId>retort-spring-boot-starter</artifactId>
                <version>%s</version>
              </dependency>""";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    protected String pluginVersion;

    /** Passes over this module. */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    private boolean skip;

    /** The class whose main method starts the application; found by itself when there is one candidate. */
    @Parameter(property = "migrate.mainClass")
    private @Nullable String mainClass;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || "pom".equals(project.getPackaging())) {
            return;
        }
        check();
        Optional<String> main = MainClass.of(project, mainClass);
        if (main.isEmpty()) {
            passOver("it has no application class (name one with -Dmigrate.mainClass=...)");
        } else if (usesRetort()) {
            run(main.get());
        } else {
            refuse();
        }
    }

    /** Refuses parameters that cannot be meant, before anything else is looked at. */
    protected void check() throws MojoFailureException {}

    /** Does the goal's work for the application that {@code main} starts. */
    protected abstract void run(String main) throws MojoExecutionException, MojoFailureException;

    private boolean usesRetort() {
        return project.getArtifacts().stream()
                .anyMatch(artifact -> "io.retort".equals(artifact.getGroupId())
                        && "retort-spring-boot-autoconfigure".equals(artifact.getArtifactId()));
    }

    private void refuse() throws MojoFailureException {
        if (session.getProjects().size() > 1) {
            passOver("it does not depend on retort-spring-boot-starter");
            return;
        }
        throw new MojoFailureException(
                project.getArtifactId() + " does not depend on Retort. " + STARTER.formatted(pluginVersion));
    }

    private void passOver(String reason) {
        getLog().info("Retort passes over " + project.getArtifactId() + ": " + reason);
    }
}
