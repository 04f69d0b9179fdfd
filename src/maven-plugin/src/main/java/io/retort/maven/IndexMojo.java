package io.retort.maven;

import io.retort.maven.safe.AbstractSafeMojo;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes the index of revisions into the output directory before it is packaged, so that an application start need not
 * scan for revisions.
 */
@Mojo(
        name = "index",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class IndexMojo extends AbstractSafeMojo {

    private static final String WRITER = "io.retort.boot.internal.scan.IndexWriter";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Whether to skip this module. */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    private boolean skip;

    @Override
    protected void runGoal() throws MojoExecutionException, MojoFailureException {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        if (skip || !Files.isDirectory(classes)) {
            return;
        }
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object count = Class.forName(WRITER, true, loader)
                    .getMethod("write", Path.class)
                    .invoke(null, classes);
            getLog().info("Retort: " + count + " revisions in the index");
        } catch (ClassNotFoundException missing) {
            getLog().info("Retort skips " + project.getArtifactId() + ": it does not use Retort");
        } catch (InvocationTargetException failure) {
            Throwable cause = failure.getTargetException();
            throw new MojoFailureException(cause.getMessage(), cause);
        } catch (ReflectiveOperationException | IOException | DependencyResolutionRequiredException failure) {
            throw new MojoExecutionException("Cannot write the index of revisions: " + failure, failure);
        }
    }

    private URL[] classPath() throws DependencyResolutionRequiredException, MalformedURLException {
        List<String> elements = project.getRuntimeClasspathElements();
        URL[] urls = new URL[elements.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = new File(elements.get(i)).toURI().toURL();
        }
        return urls;
    }
}
