package io.retort.maven;

import io.retort.maven.build.CompiledProject;
import io.retort.maven.fork.JavaArguments;
import io.retort.maven.fork.MainClass;
import io.retort.maven.safe.AbstractSafeMojo;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Base class of all goals: finds out whether the module is an application that uses Retort.
 *
 * <p>Maven runs a goal in every selected module. A module with packaging {@code pom} or without an application class is
 * skipped. An application without the starter is an error, unless the build has several modules.
 */
public abstract class AbstractRetortMojo extends AbstractSafeMojo {

    private static final String STARTER = """
            Add Retort's starter to its dependencies, then run the command again:
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

    /** Whether to skip this module. */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    private boolean skip;

    /** The class whose main method starts the application. Detected if there is only one candidate. */
    @Parameter(property = "migrate.mainClass")
    private @Nullable String mainClass;

    /**
     * Whether to run the build's lifecycle up to {@code process-classes} even if nothing has changed since the last goal
     * did so.
     */
    @Parameter(property = "migrate.alwaysCompile", defaultValue = "false")
    private boolean alwaysCompile;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Inject
    private LifecycleExecutor lifecycle;

    private boolean reported;

    @Override
    protected final void runGoal() throws MojoExecutionException, MojoFailureException {
        boolean runs = !skip && !"pom".equals(project.getPackaging());
        try {
            checkOptions(runs);
            compile();
            if (runs) {
                runIfApplication();
            }
        } catch (MojoExecutionException | MojoFailureException failure) {
            if (!reported && FailureJson.isWanted(session.getUserProperties())) {
                FailureJson.ofThisProcess().print(failure);
            }
            throw failure;
        }
    }

    /** Notes that the application has printed its failure. */
    final void reported() {
        reported = true;
    }

    private void checkOptions(boolean runs) throws MojoFailureException {
        if (!skip) {
            new OptionsCheck(session, plugin(), getLog()).run();
        }
        if (runs) {
            check();
        }
    }

    /** A module that is skipped is compiled, too, because others can need its classes. */
    private void compile() throws MojoExecutionException {
        Set<String> own = GoalOptions.namesOf(plugin());
        new CompiledProject(session, execution, lifecycle, getLog())
                .bringUpToDate(name -> own.contains(name) || JavaArguments.isForwarded(name), alwaysCompile);
    }

    private PluginDescriptor plugin() {
        return execution.getMojoDescriptor().getPluginDescriptor();
    }

    private void runIfApplication() throws MojoExecutionException, MojoFailureException {
        Optional<String> main = MainClass.of(project, mainClass);
        if (main.isEmpty()) {
            skip("it has no application class (set one with -Dmigrate.mainClass=...)");
        } else if (usesRetort()) {
            run(main.get());
        } else {
            refuse();
        }
    }

    /**
     * Validates the parameters before anything else runs.
     *
     * @throws MojoFailureException if a parameter is invalid or missing
     */
    protected void check() throws MojoFailureException {}

    /**
     * Runs the goal.
     *
     * @param main the class whose main method starts the application; never null
     * @throws MojoExecutionException if the goal cannot run
     * @throws MojoFailureException if the goal runs and its result is a failure
     */
    protected abstract void run(String main) throws MojoExecutionException, MojoFailureException;

    private boolean usesRetort() {
        return project.getArtifacts().stream()
                .anyMatch(artifact -> "io.retort".equals(artifact.getGroupId())
                        && "retort-spring-boot-commands".equals(artifact.getArtifactId()));
    }

    private void refuse() throws MojoFailureException {
        if (session.getProjects().size() > 1) {
            skip("it does not depend on retort-spring-boot-starter");
            return;
        }
        throw new MojoFailureException(
                project.getArtifactId() + " does not depend on Retort. " + STARTER.formatted(pluginVersion));
    }

    private void skip(String reason) {
        getLog().info("Retort skips " + project.getArtifactId() + ": " + reason);
    }
}
