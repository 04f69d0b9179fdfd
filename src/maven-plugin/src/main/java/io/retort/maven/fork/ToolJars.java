package io.retort.maven.fork;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Resolves the jars of the tool with the project's dependency management, so that shared dependencies have the
 * application's version.
 */
public final class ToolJars {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final MavenProject project;

    /**
     * Creates a resolver for a project.
     *
     * @param system Maven's resolver; never null
     * @param session the resolver's session; never null
     * @param project the project with the dependency management and repositories; never null
     */
    public ToolJars(RepositorySystem system, RepositorySystemSession session, MavenProject project) {
        this.system = system;
        this.session = session;
        this.project = project;
    }

    /**
     * Returns the files of an artifact and its runtime dependencies by their dependency conflict id.
     *
     * @param coordinates the artifact as {@code group:name:version}; never null
     * @throws MojoExecutionException if an artifact cannot be resolved
     */
    public Map<String, File> of(String coordinates) throws MojoExecutionException {
        CollectRequest request = new CollectRequest();
        request.setRoot(new Dependency(new DefaultArtifact(coordinates), "runtime"));
        request.setManagedDependencies(managed());
        request.setRepositories(repositories());
        try {
            Map<String, File> files = new LinkedHashMap<>();
            system.resolveDependencies(session, new DependencyRequest(request, null)).getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .forEach(artifact -> files.put(key(artifact), artifact.getFile()));
            return files;
        } catch (DependencyResolutionException failure) {
            throw new MojoExecutionException(
                    "Cannot resolve the tool " + coordinates + ": " + failure.getMessage(), failure);
        }
    }

    /** The same format as {@code org.apache.maven.artifact.Artifact#getDependencyConflictId}. */
    static String key(Artifact artifact) {
        String key = artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getExtension();
        return artifact.getClassifier().isEmpty() ? key : key + ":" + artifact.getClassifier();
    }

    private List<Dependency> managed() {
        DependencyManagement management = project.getDependencyManagement();
        return management == null
                ? List.of()
                : management.getDependencies().stream()
                        .map(dependency -> RepositoryUtils.toDependency(dependency, session.getArtifactTypeRegistry()))
                        .toList();
    }

    private List<RemoteRepository> repositories() {
        List<RemoteRepository> repositories = new ArrayList<>(project.getRemotePluginRepositories());
        project.getRemoteProjectRepositories().stream()
                .filter(candidate ->
                        repositories.stream().noneMatch(known -> known.getId().equals(candidate.getId())))
                .forEach(repositories::add);
        return repositories;
    }
}
