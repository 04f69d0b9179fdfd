package io.retort.maven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledProjectTests {

    /** Longer than the time in which a second change of a file can have the same time. */
    private static final long SETTLED = 150;

    @TempDir
    Path folder;

    private SmallProject project;
    private Path item;

    @BeforeEach
    void create() throws Exception {
        project = new SmallProject(folder.resolve("small"));
        item = project.sources().resolve("com/example/Item.java");
        project.write(item, source("Item", "first"));
        project.write(project.resources().resolve("db/aa1_one.sql"), "-- revision: aa1\n");
    }

    private static String source(String name, String field) {
        return "package com.example; public class " + name + " { int " + field + "; void set(int value) {} }";
    }

    /** The state is recorded only for files that were not changed just now. */
    private void compiled() throws Exception {
        Thread.sleep(SETTLED);
        project.goal();
        assertThat(project.goal()).as("nothing changed").isFalse();
    }

    @Test
    void changedFilesAreCompiled() throws Exception {
        compiled();
        FileTime time = Files.getLastModifiedTime(item);
        project.write(item, source("Item", "other"));
        Files.setLastModifiedTime(item, time);
        assertThat(project.goal()).as("same size, same time").isTrue();

        compiled();
        Files.setLastModifiedTime(item, FileTime.from(Instant.EPOCH));
        assertThat(project.goal()).as("touched").isTrue();

        compiled();
        project.write(item.resolveSibling("More.java"), source("More", "first"));
        assertThat(project.goal()).as("added").isTrue();

        compiled();
        Files.delete(item.resolveSibling("More.java"));
        assertThat(project.goal()).as("deleted").isTrue();

        compiled();
        project.write(project.resources().resolve("db/aa1_one.sql"), "-- revision: aa2\n");
        assertThat(project.goal()).as("resource").isTrue();

        compiled();
        project.write(project.folder.resolve("src/main/other/x.txt"), "");
        assertThat(project.goal()).as("another file in src/main").isTrue();

        compiled();
        project.write(project.folder.resolve("lombok.config"), "");
        assertThat(project.goal()).as("configuration of Lombok").isTrue();
    }

    @Test
    void changedOutputsAreCompiled() throws Exception {
        compiled();
        Files.delete(project.classes().resolve("com/example/Item.class"));
        assertThat(project.goal()).as("deleted").isTrue();

        compiled();
        Files.write(project.classes().resolve("com/example/Item.class"), new byte[] {1});
        assertThat(project.goal()).as("compiled by an IDE").isTrue();

        compiled();
        Path copy = project.classes().resolve("db/aa1_one.sql");
        FileTime time = Files.getLastModifiedTime(copy);
        project.write(copy, Files.readString(copy));
        Files.setLastModifiedTime(copy, time);
        assertThat(project.goal()).as("the same resource copied again").isFalse();

        compiled();
        project.write(copy, "-- revision: bb1\n");
        Files.setLastModifiedTime(copy, time);
        assertThat(project.goal())
                .as("copied with another value, same size and time")
                .isTrue();

        compiled();
        SmallProject.deleteAll(project.folder.resolve("target"));
        assertThat(project.goal()).as("clean").isTrue();

        compiled();
        project.write(project.folder.resolve("target/retort/build-state.properties"), "settings=\\uXYZ");
        assertThat(project.goal()).as("damaged record").isTrue();
    }

    @Test
    void changedSettingsAreCompiled() throws Exception {
        compiled();
        project.user.setProperty("maven.compiler.parameters", "true");
        assertThat(project.goal()).as("user property").isTrue();

        compiled();
        project.model.addProperty("any", "value");
        assertThat(project.goal()).as("POM").isTrue();

        compiled();
        project.system.setProperty("java.version", "99");
        assertThat(project.goal()).as("JDK").isTrue();

        compiled();
        Path sibling = folder.resolve("sibling/target/classes");
        project.write(sibling.resolve("a.txt"), "a");
        project.artifacts.add(SmallProject.artifact("sibling", sibling, "compile"));
        assertThat(project.goal()).as("dependency").isTrue();

        compiled();
        project.write(sibling.resolve("a.txt"), "b");
        assertThat(project.goal()).as("class of a sibling module").isTrue();

        compiled();
        assertThat(project.goal(true)).as("-Dmigrate.alwaysCompile").isTrue();
    }

    @Test
    void anOptionOfAGoalMattersOnlyInAFilteredResource() throws Exception {
        compiled();
        project.user.setProperty("message", "one");
        project.system.setProperty("env.URL", "one");
        assertThat(project.goal()).isFalse();

        project.write(project.resources().resolve("application.properties"), "a=@message@\nb=@env.URL@");
        compiled();
        project.user.setProperty("message", "two");
        assertThat(project.goal()).isTrue();

        compiled();
        project.system.setProperty("env.URL", "two");
        assertThat(project.goal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.jetbrains.kotlin:kotlin-maven-plugin:compile",
                "org.codehaus.mojo:build-helper-maven-plugin:add-source",
                "org.apache.maven.plugins:maven-resources-plugin:copy-resources",
                "org.apache.maven.plugins:maven-toolchains-plugin:toolchain"
            })
    void otherGoalsAlwaysRun(String goal) throws Exception {
        project.otherGoals.add(goal);
        Thread.sleep(SETTLED);
        for (int time = 0; time < 3; time++) {
            assertThat(project.goal()).isTrue();
        }
    }

    @Test
    void unknownProcessorsAndFilesElsewhereAlwaysRun() throws Exception {
        Thread.sleep(SETTLED);
        project.compilerSettings.add(processor("org.projectlombok", "lombok", "1.18.40"));
        compiled();
        project.compilerSettings.set(0, processor("org.projectlombok", "lombok", "edge-SNAPSHOT"));
        assertAlwaysRuns("snapshot");
        project.compilerSettings.set(0, processor("com.example", "generator", "1"));
        assertAlwaysRuns("unknown processor");

        project.compilerSettings.set(0, argument("@"));
        compiled();
        project.compilerSettings.set(0, argument("${maven.compiler.release}"));
        compiled();
        project.write(folder.resolve("lombok.config"), "import ../other.config");
        assertAlwaysRuns("imported configuration of Lombok");
        Files.delete(folder.resolve("lombok.config"));

        project.write(folder.resolve("small/config/style.txt"), "");
        project.compilerSettings.set(0, argument("-Astyle=config/style.txt"));
        assertAlwaysRuns("file elsewhere");
        project.compilerSettings.set(0, argument("-Astyle=src/main/java/com/example/Item.java"));
        compiled();

        Path jar = folder.resolve("generator");
        project.write(jar.resolve("META-INF/services/javax.annotation.processing.Processor"), "X");
        project.artifacts.add(SmallProject.artifact("generator", jar, "provided"));
        assertAlwaysRuns("processor in the class path");
        project.artifacts.set(0, SmallProject.artifact("generator", jar, "test"));
        compiled();
    }

    private void assertAlwaysRuns(String why) throws Exception {
        assertThat(project.goal()).as(why).isTrue();
        assertThat(project.goal()).as(why).isTrue();
    }

    private static Xpp3Dom processor(String group, String artifact, String version) {
        Xpp3Dom path = new Xpp3Dom("path");
        path.addChild(text("groupId", group));
        path.addChild(text("artifactId", artifact));
        path.addChild(text("version", version));
        Xpp3Dom paths = new Xpp3Dom("annotationProcessorPaths");
        paths.addChild(path);
        return paths;
    }

    private static Xpp3Dom argument(String value) {
        Xpp3Dom arguments = new Xpp3Dom("compilerArgs");
        arguments.addChild(text("arg", value));
        return arguments;
    }

    private static Xpp3Dom text(String name, String value) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        return element;
    }

    @Test
    void aFailureIsThrownAsItIsAndForgetsTheState() throws Exception {
        compiled();
        project.write(item, source("Item", "other"));
        project.fails = true;
        assertThatThrownBy(project::goal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Compilation failure");
        project.fails = false;
        assertThat(project.folder.resolve("target/retort/build-state.properties"))
                .doesNotExist();
        assertThat(project.goal()).isTrue();
    }

    @Test
    void aFileThatChangesWhileTheLifecycleRunsIsCompiledByTheNextGoal() throws Exception {
        compiled();
        project.write(item, source("Item", "other"));
        project.afterCompiling = () -> project.write(item, source("Item", "later"));
        Thread.sleep(SETTLED);
        assertThat(project.goal()).isTrue();
        project.afterCompiling = () -> {};
        Thread.sleep(SETTLED);
        assertThat(project.goal()).isTrue();
        assertThat(SmallProject.contents(project.classes())).isEqualTo(project.cleanBuild(folder.resolve("clean")));
    }

    @Test
    void aFurtherChangeWithinThePrecisionOfAFilesTimeWouldNotBeNoticed() throws Exception {
        Instant now = Instant.now();
        assertThat(FileStates.of(List.of(item)).areSettledAt(now)).isFalse();
        assertThat(FileStates.of(List.of(item)).areSettledAt(now.plusMillis(500)))
                .isTrue();
        Files.setLastModifiedTime(item, FileTime.from(now.truncatedTo(ChronoUnit.SECONDS)));
        assertThat(FileStates.of(List.of(item)).areSettledAt(now.plusMillis(500)))
                .as("whole seconds")
                .isFalse();
        assertThat(FileStates.of(List.of(item)).areSettledAt(now.plusSeconds(3)))
                .isTrue();
    }

    @Test
    void whatThisBuildHasCompiledIsNotCompiledAgain() throws Exception {
        Thread.sleep(SETTLED);
        project.sessionStart = new Date();
        project.phasesOfThisSession.addAll(List.of("process-resources", "compile"));
        project.cleanBuild(project.classes());
        assertThat(project.goal()).isFalse();

        SmallProject.deleteAll(project.folder.resolve("target/retort"));
        project.write(item.resolveSibling("Revision.java"), source("Revision", "first"));
        assertThat(project.goal()).as("a goal has written a revision").isTrue();

        SmallProject.deleteAll(project.folder.resolve("target/retort"));
        project.sessionStart = new Date();
        project.phasesOfThisSession.remove("compile");
        assertThat(project.goal()).as("only mvn process-resources").isTrue();
    }

    @Test
    void aFileThatWasDeletedDuringTheBuildIsNoticed() throws Exception {
        project.write(item.resolveSibling("More.java"), source("More", "first"));
        Thread.sleep(SETTLED);
        project.sessionStart = new Date();
        project.phasesOfThisSession.addAll(List.of("process-resources", "compile"));
        project.cleanBuild(project.classes());
        Files.delete(item.resolveSibling("More.java"));
        assertThat(project.goal()).isTrue();
    }
}
