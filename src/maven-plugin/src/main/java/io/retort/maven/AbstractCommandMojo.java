package io.retort.maven;

import io.retort.maven.fork.ApplicationClassPath;
import io.retort.maven.fork.ForkedTool;
import io.retort.maven.fork.JavaArguments;
import io.retort.maven.fork.JavaExecutable;
import io.retort.maven.fork.StaleOutputs;
import io.retort.maven.fork.ToolJars;
import io.retort.maven.fork.ToolResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that starts the application in tool mode with one command and answers with its result. */
public abstract class AbstractCommandMojo extends AbstractRetortMojo {

    @Inject
    private RepositorySystem repositorySystem;

    @Inject
    private ToolchainManager toolchainManager;

    /** The application's Spring profiles, separated by commas. */
    @Parameter(property = "profiles")
    private @Nullable String profiles;

    /** Puts test classes and test dependencies on the application's class path too. */
    @Parameter(property = "migrate.useTestClasspath", defaultValue = "false")
    private boolean useTestClasspath;

    /** More arguments for the application's JVM, separated by blanks. */
    @Parameter(property = "migrate.jvmArguments")
    private @Nullable String jvmArguments;

    /** One of several units of the application, as in retort.units.NAME. */
    @Parameter(property = "unit")
    private @Nullable String unit;

    /** One of the tenants, each of which has a schema. */
    @Parameter(property = "tenant")
    private @Nullable String tenant;

    /** Refuses to run revisions whose sources were deleted and of which only the build's copies are left. */
    @Parameter(property = "migrate.checkSources", defaultValue = "true")
    private boolean checkSources;

    /** The command and its words. */
    protected abstract CommandWords command();

    @Override
    protected final void run(String main) throws MojoExecutionException, MojoFailureException {
        try {
            Path work = Path.of(project.getBuild().getDirectory(), "retort");
            Path result = work.resolve("result.properties");
            ForkedTool tool = new ForkedTool(
                    JavaExecutable.of(toolchainManager, session),
                    project.getBasedir().toPath(),
                    work);
            answer(main, tool.run(arguments(main, result), result));
        } catch (IOException failure) {
            throw new MojoExecutionException("Cannot start the application: " + failure.getMessage(), failure);
        }
    }

    private JavaArguments arguments(String main, Path result) throws MojoExecutionException, IOException {
        return new JavaArguments(main, classPath())
                .jvm("-XX:TieredStopAtLevel=1")
                .jvm(JavaArguments.split(jvmArguments))
                .forward(session.getUserProperties())
                .property("spring.profiles.active", profiles)
                .property("retort.sources", project.getBuild().getSourceDirectory())
                .property("retort.resources", resources())
                .property(
                        "retort.interactive",
                        String.valueOf(session.getRequest().isInteractiveMode()))
                .property("retort.deleted-sources", checkSources ? staleOutputs() : null)
                .property("retort.result", result.toString())
                .property(
                        "retort.command",
                        command().option("unit", unit).option("tenant", tenant).toString());
    }

    private List<Path> classPath() throws MojoExecutionException {
        ApplicationClassPath application = ApplicationClassPath.of(project, useTestClasspath);
        ToolJars jars = new ToolJars(repositorySystem, session.getRepositorySession(), project);
        return application.with(jars.of("io.retort:retort-diff:" + pluginVersion));
    }

    private String staleOutputs() throws IOException {
        return StaleOutputs.of(session.getProjects(), session.getStartTime().toInstant());
    }

    private String resources() {
        return project.getBuild().getResources().stream()
                .map(resource -> resource.getDirectory())
                .findFirst()
                .orElse(new File(project.getBasedir(), "src/main/resources").getPath());
    }

    private void answer(String main, ToolResult result) throws MojoExecutionException, MojoFailureException {
        if (result.isOk()) {
            return;
        }
        String sentence = result.sentence("migrate:" + goal(), main);
        if (result.isAnswer()) {
            throw new MojoFailureException(sentence);
        }
        throw new MojoExecutionException(sentence);
    }

    private String goal() {
        return command().toString().split(" ", 2)[0];
    }
}
