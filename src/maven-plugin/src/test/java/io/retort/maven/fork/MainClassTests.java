package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassTests {

    private static final String MAIN = " { public static void main(String[] words) {} }";

    @TempDir
    Path folder;

    private Path classes;

    @BeforeEach
    void createFolders() throws IOException {
        classes = Files.createDirectory(folder.resolve("classes"));
    }

    @Test
    void takesTheNamedClassFirst() throws Exception {
        assertThat(MainClass.of(project(), "app.Named")).contains("app.Named");
    }

    @Test
    void takesWhatSpringBootsPluginWasTold() throws Exception {
        assertThat(MainClass.of(projectWithMainClass("app.Configured"), null)).contains("app.Configured");
    }

    @Test
    void looksForTheClassWhereSpringBootsParentLeavesItsPropertyUnset() throws Exception {
        assertThat(MainClass.of(projectWithMainClass("${start-class}"), null)).isEmpty();
    }

    private MavenProject projectWithMainClass(String name) {
        MavenProject project = project();
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.springframework.boot");
        plugin.setArtifactId("spring-boot-maven-plugin");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom mainClass = new Xpp3Dom("mainClass");
        mainClass.setValue(name);
        configuration.addChild(mainClass);
        plugin.setConfiguration(configuration);
        project.getBuild().addPlugin(plugin);
        return project;
    }

    @Test
    void takesTheStartClassProperty() throws Exception {
        MavenProject project = project();
        project.getProperties().setProperty("start-class", "app.Started");

        assertThat(MainClass.of(project, null)).contains("app.Started");
    }

    @Test
    void findsTheOnlyMainMethod() throws Exception {
        compile("app/Single.java", "package app; public class Single" + MAIN);

        assertThat(MainClass.of(project(), null)).contains("app.Single");
    }

    @Test
    void prefersTheSpringBootApplicationAmongSeveral() throws Exception {
        compile(
                "org/springframework/boot/autoconfigure/SpringBootApplication.java",
                "package org.springframework.boot.autoconfigure; public @interface SpringBootApplication {}");
        compile("app/Import.java", "package app; public class Import" + MAIN);
        compile(
                "app/Shop.java",
                "package app; @org.springframework.boot.autoconfigure.SpringBootApplication public class Shop" + MAIN);

        assertThat(MainClass.of(project(), null)).contains("app.Shop");
    }

    @Test
    void namesTheCandidatesWhenItCannotChoose() throws Exception {
        compile("app/One.java", "package app; public class One" + MAIN);
        compile("app/Two.java", "package app; public class Two" + MAIN);

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> MainClass.of(project(), null))
                .withMessageContainingAll("app.One", "app.Two", "-Dmigrate.mainClass=");
    }

    @Test
    void findsNothingInALibrary() throws Exception {
        compile("app/Entity.java", "package app; public class Entity {}");

        assertThat(MainClass.of(project(), null)).isEmpty();
    }

    @Test
    void findsNothingWhereNothingWasCompiled() throws Exception {
        assertThat(MainClass.found(classes.resolve("absent").toFile())).isEmpty();
    }

    private MavenProject project() {
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setOutputDirectory(classes.toString());
        return new MavenProject(model);
    }

    @Test
    void aNamedClassMustExistInAFolderOrAJar() throws Exception {
        Path jar = folder.resolve("lib.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("lib/Main.class"));
        }
        Files.createDirectories(folder.resolve("more/app"));
        Files.createFile(folder.resolve("more/app/Main.class"));
        List<Path> classPath = List.of(folder.resolve("absent"), jar, folder.resolve("more"));

        MainClass.require("lib.Main", classPath);
        MainClass.require("app.Main", classPath);
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> MainClass.require("app.Mian", classPath))
                .withMessageContaining("There is no class app.Mian")
                .withMessageContaining("-Dmigrate.mainClass=");
    }

    private void compile(String file, String source) throws IOException {
        Path path = folder.resolve("sources").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, source);
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", classes.toString()));
        arguments.add(path.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
