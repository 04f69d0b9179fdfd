package io.retort.maven.fork;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * The class path of the application: its classes and the dependencies that Maven has resolved.
 *
 * <p>Maven resolves the test scope, which includes all others. Test dependencies are left out unless requested.
 * DevTools is left out, because it would start the application a second time.
 */
public final class ApplicationClassPath {

    private static final String DEVTOOLS = "org.springframework.boot:spring-boot-devtools";

    private final List<Path> classes;
    private final Map<String, Path> jars = new LinkedHashMap<>();

    ApplicationClassPath(List<Path> classes, Collection<Artifact> artifacts, boolean withTests) {
        this.classes = List.copyOf(classes);
        artifacts.stream()
                .filter(artifact -> artifact.getFile() != null)
                .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
                .filter(artifact -> withTests || !Artifact.SCOPE_TEST.equals(artifact.getScope()))
                .filter(artifact -> !DEVTOOLS.equals(artifact.getGroupId() + ":" + artifact.getArtifactId()))
                .forEach(artifact -> jars.put(
                        artifact.getDependencyConflictId(), artifact.getFile().toPath()));
    }

    /**
     * Returns the class path of a project whose dependencies are resolved.
     *
     * @param project the project; never null
     * @param withTests whether to include test classes and test dependencies
     */
    public static ApplicationClassPath of(MavenProject project, boolean withTests) {
        List<Path> classes = new ArrayList<>();
        if (withTests) {
            classes.add(Path.of(project.getBuild().getTestOutputDirectory()));
        }
        classes.add(Path.of(project.getBuild().getOutputDirectory()));
        return new ApplicationClassPath(classes, project.getArtifacts(), withTests);
    }

    /**
     * Returns the whole class path: classes, the application's dependencies, and those tool jars that the application
     * lacks.
     *
     * @param toolJars the tool's jars by their dependency conflict id; never null
     */
    public List<Path> with(Map<String, File> toolJars) {
        Map<String, Path> all = new LinkedHashMap<>(jars);
        toolJars.forEach((key, file) -> all.putIfAbsent(key, file.toPath()));
        List<Path> path = new ArrayList<>(classes);
        path.addAll(all.values());
        return path;
    }
}
