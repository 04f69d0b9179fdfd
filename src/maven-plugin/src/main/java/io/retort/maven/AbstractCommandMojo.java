package io.retort.maven;

import io.retort.maven.fork.ApplicationClassPath;
import io.retort.maven.fork.BuildOutputs;
import io.retort.maven.fork.ClassDataCache;
import io.retort.maven.fork.ForkedTool;
import io.retort.maven.fork.JavaArguments;
import io.retort.maven.fork.JavaExecutable;
import io.retort.maven.fork.Launch;
import io.retort.maven.fork.MainClass;
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

/** Base class of goals that run one command in the application and report its result. */
public abstract class AbstractCommandMojo extends AbstractRetortMojo {

    @Inject
    private RepositorySystem repositorySystem;

    @Inject
    private ToolchainManager toolchainManager;

    /** The application's active Spring profiles, separated by commas. */
    @Parameter(property = "profiles")
    private @Nullable String profiles;

    /** Whether to add test classes and test dependencies to the application's class path. */
    @Parameter(property = "migrate.useTestClasspath", defaultValue = "false")
    private boolean useTestClasspath;

    /** Additional arguments for the application's JVM, separated by whitespace. */
    @Parameter(property = "migrate.jvmArguments")
    private @Nullable String jvmArguments;

    /** The name of one of the application's units, as in retort.units.NAME. */
    @Parameter(property = "unit")
    private @Nullable String unit;

    /** The schema of one of the application's tenants. */
    @Parameter(property = "tenant")
    private @Nullable String tenant;

    /**
     * Whether to delete from the output directory what an earlier goal has seen with a source that is deleted now, and to
     * fail if another revision there has no source. Commands that only read print a warning instead of failing.
     */
    @Parameter(property = "migrate.checkSources", defaultValue = "true")
    private boolean checkSources;

    /**
     * Whether to start the application with a class data archive, which Retort creates in the user's cache directory when
     * a class path is used for the second time. The default is true, except if the environment variable CI is set.
     */
    @Parameter(property = "migrate.classDataSharing")
    private @Nullable Boolean classDataSharing;

    /** Returns the command with its arguments and options. */
    protected abstract CommandArguments command();

    @Override
    protected final void run(String main) throws MojoExecutionException, MojoFailureException {
        try {
            Path work = Path.of(project.getBuild().getDirectory(), "retort");
            Path result = work.resolve("result.properties");
            Path java = JavaExecutable.of(toolchainManager, session);
            List<Path> classPath = classPath();
            MainClass.require(main, classPath);
            Launch launch = launch(java, classPath);
            BuildOutputs outputs = new BuildOutputs(
                    session.getProjects(), session.getStartTime().toInstant());
            List<String> withoutSource = checkSources ? deleteStale(outputs) : List.of();
            ToolResult ended = new ForkedTool(java, project.getBasedir().toPath(), work)
                    .run(arguments(launch.arguments(main), result, withoutSource), result);
            launch.ended(ended);
            record(outputs);
            answer(main, ended);
        } catch (IOException failure) {
            throw new MojoExecutionException("Cannot start the application: " + failure.getMessage(), failure);
        }
    }

    /** Without a record, the next goal reports a file without a source instead of deleting it. */
    private void record(BuildOutputs outputs) {
        try {
            outputs.record();
        } catch (IOException failure) {
            getLog().debug("The outputs of the build cannot be recorded: " + failure);
        }
    }

    private Launch launch(Path java, List<Path> classPath) {
        if (!sharesClassData()) {
            return new Launch.Plain(classPath);
        }
        return ClassDataCache.ofUser(System.getenv(), Path.of(System.getProperty("user.home")))
                .launch(java, classPath, readsEntities());
    }

    /** A build server runs few commands, and often with an empty cache. */
    private boolean sharesClassData() {
        boolean wanted = classDataSharing == null ? System.getenv("CI") == null : classDataSharing;
        return wanted && Launch.permits(JavaArguments.split(jvmArguments));
    }

    private JavaArguments arguments(JavaArguments java, Path result, List<String> withoutSource) throws IOException {
        return java.jvm("-XX:TieredStopAtLevel=1")
                // classes of validation, JSON and HTTP, which no command needs
                .property("spring.backgroundpreinitializer.ignore", "true")
                .jvm(JavaArguments.split(jvmArguments))
                .forward(session.getUserProperties())
                .property("spring.profiles.active", profiles)
                .property("retort.sources", project.getBuild().getSourceDirectory())
                .property("retort.resources", resources())
                .property("retort.classes", project.getBuild().getOutputDirectory())
                .property(
                        "retort.interactive",
                        String.valueOf(session.getRequest().isInteractiveMode()))
                .property("retort.deleted-sources", checkSources ? String.join("\n", withoutSource) : null)
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

    /** Returns what is left without a source. */
    private List<String> deleteStale(BuildOutputs outputs) throws IOException {
        BuildOutputs.Stale stale = outputs.deleteStale();
        for (String deleted : stale.deleted()) {
            getLog().info("Deleted " + deleted + ", because its source was deleted");
        }
        return stale.kept();
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
        if (result.ran()) {
            reported();
        }
        String sentence = result.sentence("migrate:" + command().name(), main);
        if (result.isAnswer()) {
            throw new MojoFailureException(sentence);
        }
        throw new MojoExecutionException(sentence);
    }

    /** Returns whether the command reads the entities, and so loads the classes of Hibernate, which others do not need. */
    protected boolean readsEntities() {
        return false;
    }
}
