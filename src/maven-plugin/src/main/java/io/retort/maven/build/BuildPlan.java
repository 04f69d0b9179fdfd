package io.retort.maven.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The goals that a lifecycle runs up to {@code process-classes}.
 *
 * <p>Only if all of them are known to depend on nothing but the effective POM, the class path, and the source and resource
 * files, the lifecycle can be skipped when these have not changed.
 */
final class BuildPlan {

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin:compile";

    private static final Set<String> KNOWN = Set.of(
            COMPILER,
            "org.apache.maven.plugins:maven-resources-plugin:resources",
            "org.apache.maven.plugins:maven-enforcer-plugin:enforce",
            "org.jacoco:jacoco-maven-plugin:prepare-agent",
            "org.springframework.boot:spring-boot-maven-plugin:build-info");

    /** Annotation processors, and other plugins of the compiler, that read only source and resource files. */
    private static final Set<String> PROCESSORS = Set.of(
            "org.projectlombok:lombok",
            "org.projectlombok:lombok-mapstruct-binding",
            "org.mapstruct:mapstruct-processor",
            "org.hibernate.orm:hibernate-jpamodelgen",
            "org.hibernate.orm:hibernate-processor",
            "org.springframework.boot:spring-boot-configuration-processor",
            "org.springframework.boot:spring-boot-autoconfigure-processor",
            "com.querydsl:querydsl-apt",
            "io.github.openfeign.querydsl:querydsl-apt",
            "com.google.errorprone:error_prone_core",
            "com.uber.nullaway:nullaway",
            "org.apache.logging.log4j:log4j-core");

    private static final String SERVICES = "META-INF/services/javax.annotation.processing.Processor";

    private final List<MojoExecution> executions;

    BuildPlan(List<MojoExecution> executions) {
        this.executions = executions;
    }

    /** Returns the phases in which the plan runs a goal. */
    Set<String> phases() {
        return executions.stream().map(MojoExecution::getLifecyclePhase).collect(Collectors.toSet());
    }

    /**
     * Returns why the lifecycle cannot be skipped; empty if it can.
     *
     * @param project the project's folder
     * @param watched the files and folders whose changes are noticed
     */
    Optional<String> obstacle(Path project, Collection<Path> watched) {
        for (MojoExecution execution : executions) {
            String goal = execution.getGroupId() + ":" + execution.getArtifactId() + ":" + execution.getGoal();
            if (!KNOWN.contains(goal)) {
                return Optional.of(goal + " can depend on other files");
            }
            Optional<String> setting = texts(execution.getConfiguration()).stream()
                    .filter(text -> isElsewhere(text, project, watched))
                    .findFirst();
            if (setting.isPresent()) {
                return Optional.of(goal + " refers to " + setting.get());
            }
            if (goal.equals(COMPILER) && !isPlain(execution)) {
                return Optional.of(goal + " has an unknown compiler or annotation processor, or one that can change");
            }
        }
        return Optional.empty();
    }

    /** Returns whether the compiler searches the class path for annotation processors. */
    boolean searchesForProcessors() {
        return executions.stream()
                .filter(execution -> execution.getGoal().equals("compile"))
                .anyMatch(execution -> processors(execution.getConfiguration()).isEmpty());
    }

    private static boolean isPlain(MojoExecution compiler) {
        Xpp3Dom configuration = compiler.getConfiguration();
        boolean changing = changes(compiler.getVersion())
                || compiler.getPlugin().getDependencies().stream()
                        .anyMatch(dependency -> changes(dependency.getVersion()));
        return !changing
                && value(configuration, "compilerId").map("javac"::equals).orElse(true)
                && (configuration == null
                        || configuration.getChild("jdkToolchain") == null
                        || configuration.getChild("jdkToolchain").getChildCount() == 0)
                && processors(configuration).stream().allMatch(BuildPlan::isKnown);
    }

    private static boolean isKnown(Xpp3Dom processor) {
        return !changes(value(processor, "version").orElse(""))
                && PROCESSORS.contains(value(processor, "groupId").orElse("") + ":"
                        + value(processor, "artifactId").orElse(""));
    }

    private static List<Xpp3Dom> processors(@Nullable Xpp3Dom configuration) {
        Xpp3Dom paths = configuration == null ? null : configuration.getChild("annotationProcessorPaths");
        return paths == null ? List.of() : List.of(paths.getChildren());
    }

    /** Returns whether a version can stand for another file tomorrow. */
    private static boolean changes(@Nullable String version) {
        return version != null
                && (version.contains("SNAPSHOT")
                        || version.equals("LATEST")
                        || version.equals("RELEASE")
                        || version.startsWith("[")
                        || version.startsWith("("));
    }

    /** The value of a parameter that is not configured is its expression. */
    private static Optional<String> value(@Nullable Xpp3Dom parent, String name) {
        return Optional.ofNullable(parent == null ? null : parent.getChild(name))
                .map(Xpp3Dom::getValue)
                .map(String::strip)
                .filter(text -> !text.startsWith("${"));
    }

    private static List<String> texts(@Nullable Xpp3Dom configuration) {
        List<String> texts = new ArrayList<>();
        if (configuration != null) {
            if (configuration.getValue() != null) {
                texts.addAll(List.of(configuration.getValue().split("[\\s,;=]+")));
            }
            for (Xpp3Dom child : configuration.getChildren()) {
                texts.addAll(texts(child));
            }
        }
        return texts;
    }

    /** Returns whether a setting is the path of a file whose changes are not noticed. */
    private static boolean isElsewhere(String text, Path project, Collection<Path> watched) {
        try {
            String name = text.startsWith("@") ? text.substring(1) : text;
            Path path = project.resolve(name).normalize();
            return !name.isEmpty() && Files.exists(path) && watched.stream().noneMatch(path::startsWith);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /**
     * Returns whether a jar or folder contains an annotation processor that is not known.
     *
     * @param id the group id and the artifact id
     * @param file the jar or folder
     */
    static boolean hasUnknownProcessor(String id, Path file) throws IOException {
        if (PROCESSORS.contains(id)) {
            return false;
        }
        if (!file.toString().endsWith(".jar")) {
            return Files.exists(file.resolve(SERVICES));
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            return jar.getEntry(SERVICES) != null;
        }
    }
}
