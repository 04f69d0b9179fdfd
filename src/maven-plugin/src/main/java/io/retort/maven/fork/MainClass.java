package io.retort.maven.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.loader.tools.MainClassFinder;

/**
 * Finds the class whose main method starts the application.
 *
 * <p>The first that is present wins:
 *
 * <ol>
 * <li>the goal's parameter
 * <li>the configuration of Spring Boot's plugin
 * <li>the property {@code start-class}
 * <li>the only class with {@code @SpringBootApplication} and a main method, as in Spring Boot's {@code repackage}
 * </ol>
 */
public final class MainClass {

    private static final String BOOT_PLUGIN = "org.springframework.boot:spring-boot-maven-plugin";
    private static final String BOOT_APPLICATION = "org.springframework.boot.autoconfigure.SpringBootApplication";

    private MainClass() {}

    /**
     * Returns the name of the project's application class, or empty if the project has no application class.
     *
     * @param project the project; never null
     * @param named the class named by the user, or null
     * @throws MojoFailureException if there are several candidates
     */
    public static Optional<String> of(MavenProject project, @Nullable String named) throws MojoFailureException {
        Optional<String> candidate = Optional.ofNullable(named)
                .filter(name -> !name.isBlank())
                .or(() -> configured(project.getPlugin(BOOT_PLUGIN)))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty("start-class")));
        return candidate.isPresent()
                ? candidate
                : found(new File(project.getBuild().getOutputDirectory()));
    }

    /**
     * Checks that a class path has the class, because the message of a JVM that lacks it says nothing of the setting.
     *
     * @param name the name of the class; never null
     * @param classPath folders and jars; never null
     * @throws MojoFailureException if no folder and no jar has it
     */
    public static void require(String name, List<Path> classPath) throws MojoFailureException {
        String file = name.replace('.', '/') + ".class";
        for (Path entry : classPath) {
            if (Files.isRegularFile(entry.resolve(file)) || isInJar(entry, file)) {
                return;
            }
        }
        throw new MojoFailureException("There is no class " + name + " in the application or its dependencies."
                + " Set the application's class with -Dmigrate.mainClass=...");
    }

    private static boolean isInJar(Path jar, String file) {
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(file) != null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    static Optional<String> configured(@Nullable Plugin plugin) {
        return Optional.ofNullable(plugin)
                .map(Plugin::getConfiguration)
                .map(Xpp3Dom.class::cast)
                .map(configuration -> configuration.getChild("mainClass"))
                .map(Xpp3Dom::getValue)
                .filter(name -> !unfilled(name));
    }

    /** Spring Boot's parent pom sets {@code ${start-class}} even if the property does not exist. */
    private static boolean unfilled(String name) {
        return name.startsWith("${");
    }

    static Optional<String> found(File classes) throws MojoFailureException {
        if (!classes.isDirectory()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MainClassFinder.findSingleMainClass(classes, BOOT_APPLICATION));
        } catch (IllegalStateException several) {
            throw new MojoFailureException("This module has several classes with a main method: " + candidates(several)
                    + ". Set the application's class with -Dmigrate.mainClass=...");
        } catch (IOException failure) {
            throw new MojoFailureException("Cannot read the classes in " + classes + ": " + failure.getMessage());
        }
    }

    private static String candidates(IllegalStateException several) {
        String message = String.valueOf(several.getMessage());
        return message.substring(message.indexOf('[') + 1, message.lastIndexOf(']'));
    }
}
