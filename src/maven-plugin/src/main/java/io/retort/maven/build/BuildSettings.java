package io.retort.maven.build;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/**
 * What decides how a project is compiled, other than its own files: the effective POM, properties, the JDK and the class
 * path.
 */
final class BuildSettings {

    /** System properties that the compiler and its plugin read. */
    private static final List<String> SYSTEM = List.of(
            "java.home",
            "java.version",
            "java.vm.version",
            "os.name",
            "file.encoding",
            "encoding",
            "lastModGranularityMs",
            "env.JAVA_HOME",
            "env.JAVA_TOOL_OPTIONS",
            "env.JDK_JAVAC_OPTIONS",
            "env.CLASSPATH",
            "maven.version");

    private static final List<String> SYSTEM_PREFIXES = List.of("maven.compiler.", "maven.resources.", "maven.main.");

    private static final long LARGE = 1 << 20;

    private final MavenSession session;
    private final MavenProject project;
    private final Predicate<String> harmless;

    /**
     * Creates the settings.
     *
     * @param session the session
     * @param project the project with its resolved dependencies
     * @param harmless whether a user property does not change how a project is compiled
     */
    BuildSettings(MavenSession session, MavenProject project, Predicate<String> harmless) {
        this.session = session;
        this.project = project;
        this.harmless = harmless;
    }

    /** Returns the settings in lines. Values can be passwords, so the lines must not be stored. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        StringWriter model = new StringWriter();
        new MavenXpp3Writer().write(model, project.getModel());
        lines.add(model.toString());
        lines.add(project.getInjectedProfileIds().toString());
        addProperties(lines);
        List<Path> files = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            lines.add(artifact.getId() + "|" + artifact.getScope() + "|" + artifact.getFile());
            if (artifact.getFile() != null) {
                files.add(artifact.getFile().toPath());
            }
        }
        lines.addAll(FileStates.of(files).lines());
        return lines;
    }

    private void addProperties(List<String> lines) throws IOException {
        String filtered = filteredText();
        Properties system = session.getSystemProperties();
        Properties user = session.getUserProperties();
        Stream.concat(system.stringPropertyNames().stream(), user.stringPropertyNames().stream())
                .distinct()
                .sorted()
                .filter(name -> matters(name, user) || filtered.contains(name))
                .forEach(name -> lines.add(name + "=" + user.getProperty(name, system.getProperty(name))));
    }

    private boolean matters(String name, Properties user) {
        return user.getProperty(name) != null && !harmless.test(name)
                || SYSTEM.contains(name)
                || SYSTEM_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Returns the text of all resources in which Maven replaces properties, whatever marks them. */
    private String filteredText() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Resource resource : project.getBuild().getResources()) {
            Path folder = Path.of(resource.getDirectory());
            if (resource.isFiltering() && Files.isDirectory(folder)) {
                List<PathMatcher> includes = resource.getIncludes().stream()
                        .flatMap(BuildSettings::matchers)
                        .toList();
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile)
                            .filter(file -> includes.isEmpty()
                                    || includes.stream().anyMatch(include -> include.matches(folder.relativize(file))))
                            .toList()) {
                        if (Files.size(file) < LARGE) {
                            text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                        }
                    }
                }
            }
        }
        return text.toString();
    }

    /** A pattern of Maven that starts with a double asterisk matches files in the folder itself, too. */
    private static Stream<PathMatcher> matchers(String pattern) {
        String glob = pattern.endsWith("/") ? pattern + "**" : pattern;
        return Stream.of(glob, glob.replaceFirst("^\\*\\*/", ""))
                .map(text -> FileSystems.getDefault().getPathMatcher("glob:" + text));
    }
}
