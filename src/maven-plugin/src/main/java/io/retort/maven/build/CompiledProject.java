package io.retort.maven.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * The classes of the current project.
 *
 * <p>Maven's own forked lifecycle costs about a second of CPU time even if there is nothing to compile. Therefore the
 * state of the project is recorded after each run. The lifecycle runs only if this state has changed, or if it may not
 * include everything on which the classes depend.
 */
public final class CompiledProject {

    private static final String PHASE = "process-classes";
    private static final String COMPILE = "compile";

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution goal;
    private final LifecycleExecutor lifecycle;
    private final Log log;
    private final Path record;

    /**
     * Creates a project whose dependencies are resolved.
     *
     * @param session the session, whose current project is used; never null
     * @param goal the goal that needs the classes; never null
     * @param lifecycle Maven's lifecycle; never null
     * @param log the log; never null
     */
    public CompiledProject(MavenSession session, MojoExecution goal, LifecycleExecutor lifecycle, Log log) {
        this.session = session;
        this.project = session.getCurrentProject();
        this.goal = goal;
        this.lifecycle = lifecycle;
        this.log = log;
        this.record = Path.of(project.getBuild().getDirectory(), "retort", "build-state.properties");
    }

    /**
     * Runs the lifecycle up to {@code process-classes}, unless nothing has changed. A failure of the lifecycle is thrown
     * as it is, so that Maven reports it in the same way as a failure of {@code mvn compile}.
     *
     * @param harmless whether a user property does not change how a project is compiled; never null
     * @param always whether to run the lifecycle in any case
     * @throws MojoExecutionException if the record of an earlier run cannot be deleted
     */
    public void bringUpToDate(Predicate<String> harmless, boolean always) throws MojoExecutionException {
        Optional<BuiltState> before = Optional.empty();
        try {
            before = Optional.of(snapshot(harmless));
        } catch (IOException | UncheckedIOException unreadable) {
            log.debug("Cannot tell whether files have changed: " + unreadable);
        }
        if (!always && before.isPresent() && isUnchanged(before.get())) {
            project.addLifecyclePhase(COMPILE);
            return;
        }
        delete();
        MojoExecution fork = fork();
        if (!always && before.isPresent() && isCompiledInThisSession(before.get(), plan(fork))) {
            log.debug("The project was compiled in this build.");
        } else {
            run(fork);
        }
        before.ifPresent(state -> record(state, plan(fork)));
    }

    /** The state of everything except the compiled files, and when it was read. */
    private record BuiltState(String settings, FileStates inputs, Instant time) {

        BuildState with(FileStates outputs) {
            return new BuildState(
                    settings,
                    new Digest().add(inputs.lines()).hex(),
                    new Digest().add(outputs.lines()).hex());
        }
    }

    private BuiltState snapshot(Predicate<String> harmless) throws IOException {
        Instant time = Instant.now();
        String settings = new Digest()
                .add(goal.getVersion())
                .add(new BuildSettings(session, project, harmless).lines())
                .hex();
        return new BuiltState(settings, FileStates.of(inputs()), time);
    }

    private boolean isUnchanged(BuiltState now) {
        Optional<BuildState> recorded = BuildState.read(record);
        if (recorded.isEmpty()) {
            log.debug("Compiling: no record of an earlier run");
            return false;
        }
        try {
            Optional<String> difference =
                    now.with(FileStates.ofOutputs(outputs())).differenceFrom(recorded.get());
            log.debug(difference
                    .map(text -> "Compiling: " + text)
                    .orElse("Nothing has changed: the lifecycle is skipped"));
            return difference.isEmpty();
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /** As in {@code mvn compile migrate:check}. A goal that has written a revision in this build changed a file. */
    private boolean isCompiledInThisSession(BuiltState now, BuildPlan plan) {
        return !plan.phases().isEmpty()
                && plan.phases().stream().allMatch(phase -> phase != null && project.hasLifecyclePhase(phase))
                && now.inputs().areOlderThan(session.getStartTime().toInstant())
                && obstacle(plan).isEmpty();
    }

    /** An interrupted or failed run leaves no record. */
    private void delete() throws MojoExecutionException {
        try {
            Files.deleteIfExists(record);
        } catch (IOException failure) {
            throw new MojoExecutionException("Cannot delete " + record + ": " + failure.getMessage(), failure);
        }
    }

    private void record(BuiltState before, BuildPlan plan) {
        try {
            Optional<String> obstacle = before.inputs().areSettledAt(before.time())
                    ? obstacle(plan)
                    : Optional.of("a file was changed only a moment ago");
            if (obstacle.isPresent()) {
                log.debug("The next goal runs the lifecycle, too: " + obstacle.get());
            } else {
                before.with(FileStates.ofOutputs(outputs())).write(record);
            }
        } catch (IOException | UncheckedIOException unwritable) {
            log.debug("The next goal runs the lifecycle, too: " + unwritable);
        }
    }

    private Optional<String> obstacle(BuildPlan plan) {
        Path base = project.getBasedir().toPath();
        List<Path> watched = new ArrayList<>(inputs());
        watched.addAll(outputs());
        Optional<Path> wide = watched.stream().filter(base::startsWith).findFirst();
        if (wide.isPresent()) {
            return Optional.of(wide.get() + " contains the whole project");
        }
        try {
            for (Path file : watched) {
                if (file.endsWith("lombok.config")
                        && Files.exists(file)
                        && Files.readString(file).contains("import")) {
                    return Optional.of(file + " can import other files");
                }
            }
            Optional<String> obstacle = plan.obstacle(base, watched);
            return obstacle.isEmpty() && plan.searchesForProcessors() ? unknownProcessor() : obstacle;
        } catch (IOException unreadable) {
            return Optional.of(unreadable.toString());
        }
    }

    private Optional<String> unknownProcessor() throws IOException {
        for (Artifact artifact : project.getArtifacts()) {
            boolean compiled = !Artifact.SCOPE_TEST.equals(artifact.getScope())
                    && !Artifact.SCOPE_RUNTIME.equals(artifact.getScope());
            String id = artifact.getGroupId() + ":" + artifact.getArtifactId();
            if (compiled
                    && artifact.getFile() != null
                    && BuildPlan.hasUnknownProcessor(id, artifact.getFile().toPath())) {
                return Optional.of("the annotation processor in " + id + " can depend on other files");
            }
        }
        return Optional.empty();
    }

    /** The files and folders from which classes are compiled. Some need not exist. */
    private List<Path> inputs() {
        Path base = project.getBasedir().toPath();
        TreeSet<Path> inputs = new TreeSet<>(List.of(base.resolve("src/main")));
        project.getCompileSourceRoots().forEach(root -> inputs.add(Path.of(root)));
        for (Resource resource : project.getBuild().getResources()) {
            inputs.add(Path.of(resource.getDirectory()));
        }
        project.getBuild().getFilters().forEach(filter -> inputs.add(base.resolve(filter)));
        for (Path folder = base; folder != null; folder = folder.getParent()) {
            inputs.add(folder.resolve("lombok.config"));
        }
        return List.copyOf(inputs);
    }

    private List<Path> outputs() {
        return List.of(
                Path.of(project.getBuild().getOutputDirectory()),
                Path.of(project.getBuild().getDirectory(), "generated-sources"));
    }

    /** The goal itself with a forked lifecycle, so that Maven names it in its log. */
    private MojoExecution fork() throws MojoExecutionException {
        MojoDescriptor descriptor = goal.getMojoDescriptor().clone();
        descriptor.setExecutePhase(PHASE);
        MojoExecution fork = new MojoExecution(descriptor, goal.getExecutionId());
        try {
            lifecycle.calculateForkedExecutions(fork, session);
            return fork;
        } catch (Exception failure) {
            throw CompiledProject.<RuntimeException>asItIs(failure);
        }
    }

    private static BuildPlan plan(MojoExecution fork) {
        return new BuildPlan(fork.getForkedExecutions().values().stream()
                .flatMap(List::stream)
                .toList());
    }

    private void run(MojoExecution fork) {
        try {
            for (MavenProject executed : lifecycle.executeForkedExecutions(fork, session)) {
                executed.setExecutionProject(null);
            }
        } catch (Exception failure) {
            throw CompiledProject.<RuntimeException>asItIs(failure);
        }
    }

    /** Throws a checked exception that a goal does not declare, because Maven would report a wrapped one differently. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E asItIs(Exception failure) throws E {
        throw (E) failure;
    }
}
