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
 * What the application runs on: its own classes and the jars that Maven resolved for it.
 *
 * <p>Maven resolves the test scope, which holds all others; test dependencies are left out again unless asked for, and
 * so is DevTools, which would start the application a second time.
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

    /** The class path of a resolved project, with its test classes and test dependencies when asked for. */
    public static ApplicationClassPath of(MavenProject project, boolean withTests) {
        List<Path> classes = new ArrayList<>();
        if (withTests) {
            classes.add(Path.of(project.getBuild().getTestOutputDirectory()));
        }
        classes.add(Path.of(project.getBuild().getOutputDirectory()));
        return new ApplicationClassPath(classes, project.getArtifacts(), withTests);
    }

    /** The whole class path: classes, the application's jars, and those tool jars that the application has not. */
    public List<Path> with(Map<String, File> toolJars) {
        Map<String, Path> all = new LinkedHashMap<>(jars);
        toolJars.forEach((key, file) -> all.putIfAbsent(key, file.toPath()));
        List<Path> path = new ArrayList<>(classes);
        path.addAll(all.values());
        return path;
    }
}
