package io.retort.maven.build;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystemSession;

/** A project whose lifecycle deletes the output directory, compiles with javac and copies the resources. */
final class SmallProject {

    final Path folder;
    final Properties user = new Properties();
    final Properties system = new Properties();
    final Model model = new Model();
    final List<Xpp3Dom> compilerSettings = new ArrayList<>();
    final List<String> otherGoals = new ArrayList<>();
    final List<Artifact> artifacts = new ArrayList<>();
    final List<String> phasesOfThisSession = new ArrayList<>();
    Date sessionStart = new Date();
    boolean fails;
    Runnable afterCompiling = () -> {};
    int runs;

    SmallProject(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(sources());
        Files.createDirectories(resources());
        model.setGroupId("com.example");
        model.setArtifactId("small");
        model.setVersion("1");
        model.setBuild(new Build());
        model.getBuild().setDirectory(folder.resolve("target").toString());
        model.getBuild().setOutputDirectory(classes().toString());
        Resource resource = new Resource();
        resource.setDirectory(resources().toString());
        resource.setFiltering("true");
        model.getBuild().addResource(resource);
    }

    Path sources() {
        return folder.resolve("src/main/java");
    }

    Path resources() {
        return folder.resolve("src/main/resources");
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a goal; returns whether it ran the lifecycle. */
    boolean goal() throws MojoExecutionException {
        return goal(false);
    }

    boolean goal(boolean always) throws MojoExecutionException {
        int before = runs;
        model.addProperty("compiler", compilerSettings.toString());
        MavenProject project = new MavenProject(model.clone());
        project.setFile(folder.resolve("pom.xml").toFile());
        project.addCompileSourceRoot(sources().toString());
        project.setResolvedArtifacts(new java.util.LinkedHashSet<>(artifacts));
        project.setArtifactFilter(any -> true);
        phasesOfThisSession.forEach(project::addLifecyclePhase);
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setStartTime(sessionStart);
        request.setUserProperties(user);
        request.setSystemProperties(system);
        MavenSession session = new MavenSession(null, (RepositorySystemSession) null, request, null);
        session.setProjects(List.of(project));
        session.setCurrentProject(project);
        new CompiledProject(
                        session,
                        execution("io.retort", "retort-maven-plugin", "current", null),
                        new Javac(),
                        new SystemStreamLog())
                .bringUpToDate("message"::equals, always);
        return runs > before;
    }

    private MojoExecution execution(String group, String artifact, String goal, String phase) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId(group);
        plugin.setArtifactId(artifact);
        plugin.setVersion("1");
        plugin.setPlugin(new Plugin());
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setGoal(goal);
        descriptor.setPluginDescriptor(plugin);
        MojoExecution execution = new MojoExecution(descriptor, "default");
        execution.setLifecyclePhase(phase);
        return execution;
    }

    /** Returns what a clean build of the current sources writes. */
    Map<String, String> cleanBuild(Path into) throws IOException {
        build(into);
        return contents(into);
    }

    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private void build(Path output) throws IOException {
        deleteAll(output);
        Files.createDirectories(output);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(sources())) {
            List<Path> javaFiles =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = new ArrayList<>(List.of("-d", output.toString(), "-proc:none"));
            if (!artifacts.isEmpty()) {
                options.addAll(List.of(
                        "-cp",
                        artifacts.stream()
                                .map(artifact -> artifact.getFile().toString())
                                .reduce((one, other) -> one + File.pathSeparator + other)
                                .orElseThrow()));
            }
            if (Boolean.parseBoolean(user.getProperty(
                    "maven.compiler.parameters", model.getProperties().getProperty("maven.compiler.parameters")))) {
                options.add("-parameters");
            }
            StringWriter errors = new StringWriter();
            if (!javaFiles.isEmpty()
                    && !javac.getTask(errors, files, null, options, null, files.getJavaFileObjectsFromPaths(javaFiles))
                            .call()) {
                throw new AssertionError(errors);
            }
        }
        try (Stream<Path> resources = Files.walk(resources())) {
            for (Path file : resources.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file)
                        .replace("@message@", user.getProperty("message", "none"))
                        .replace("@env.URL@", system.getProperty("env.URL", "none"));
                write(output.resolve(resources().relativize(file)), text);
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static Artifact artifact(String name, Path file, String scope) {
        DefaultArtifactHandler handler = new DefaultArtifactHandler("jar");
        Artifact artifact = new DefaultArtifact("com.example", name, "1", scope, "jar", null, handler);
        artifact.setFile(file.toFile());
        return artifact;
    }

    /** Maven's lifecycle. */
    private final class Javac implements LifecycleExecutor {

        @Override
        public java.util.Set<Plugin> getPluginsBoundByDefaultToAllLifecycles(String packaging) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MavenExecutionPlan calculateExecutionPlan(MavenSession session, String... tasks) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MavenExecutionPlan calculateExecutionPlan(MavenSession session, boolean setup, String... tasks) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void execute(MavenSession session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void calculateForkedExecutions(MojoExecution fork, MavenSession session) {
            if (!"process-classes".equals(fork.getMojoDescriptor().getExecutePhase())) {
                throw new AssertionError(fork.getMojoDescriptor().getExecutePhase());
            }
            List<MojoExecution> plan = new ArrayList<>();
            plan.add(execution("org.apache.maven.plugins", "maven-resources-plugin", "resources", "process-resources"));
            MojoExecution compile =
                    execution("org.apache.maven.plugins", "maven-compiler-plugin", "compile", "compile");
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            compilerSettings.forEach(configuration::addChild);
            compile.setConfiguration(configuration);
            plan.add(compile);
            for (String other : otherGoals) {
                String[] parts = other.split(":");
                plan.add(execution(parts[0], parts[1], parts[2], "generate-sources"));
            }
            fork.setForkedExecutions("small", plan);
        }

        @Override
        public List<MavenProject> executeForkedExecutions(MojoExecution fork, MavenSession session) {
            runs++;
            if (fails) {
                throw new IllegalStateException("Compilation failure");
            }
            try {
                build(classes());
                afterCompiling.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return List.of();
        }
    }
}
