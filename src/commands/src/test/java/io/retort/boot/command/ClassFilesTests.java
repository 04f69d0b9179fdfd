package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch sees while a compiler works. */
class ClassFilesTests {

    @TempDir
    Path project;

    private Path classes;
    private Path sources;

    @BeforeEach
    void compile() throws IOException {
        classes = project.resolve("target/classes");
        sources = project.resolve("src/main/java");
        for (String name : List.of("shop/Account", "shop/Account$Kind", "shop/Customer")) {
            write(classes.resolve(name + ".class"), name);
        }
        write(sources.resolve("shop/Account.java"), "class Account {}");
        write(sources.resolve("shop/Customer.java"), "class Customer {}");
    }

    @Test
    void unchangedFilesAreEqual() {
        assertThat(files()).isEqualTo(files());
    }

    @Test
    void aWrittenFileIsAChange() throws IOException {
        ClassFiles before = files();
        write(classes.resolve("shop/Account.class"), "another length");

        assertThat(files()).isNotEqualTo(before);
        assertThat(areIncomplete(before)).isFalse();
    }

    @Test
    void aDeletedClassWithASourceIsBeingCompiled() throws IOException {
        ClassFiles before = files();
        Files.delete(classes.resolve("shop/Account.class"));

        assertThat(areIncomplete(before)).isTrue();
    }

    @Test
    void aDeletedNestedClassHasTheSourceOfTheOuterOne() throws IOException {
        ClassFiles before = files();
        Files.delete(classes.resolve("shop/Account$Kind.class"));

        assertThat(areIncomplete(before)).isTrue();
    }

    @Test
    void aDeletedEntityIsAChange() throws IOException {
        ClassFiles before = files();
        Files.delete(classes.resolve("shop/Customer.class"));
        Files.delete(sources.resolve("shop/Customer.java"));

        assertThat(files()).isNotEqualTo(before);
        assertThat(areIncomplete(before)).isFalse();
    }

    /** Another module of the build has its sources next to its own folder of classes. */
    @Test
    void sourcesOfAnotherModuleAreFound() throws IOException {
        Path other = project.resolve("entities/target/classes");
        write(other.resolve("shop/Item.class"), "x");
        write(project.resolve("entities/src/main/kotlin/shop/Item.kt"), "class Item");
        List<Path> both = List.of(classes, other);
        ClassFiles before = ClassFiles.in(both);
        Files.delete(other.resolve("shop/Item.class"));

        assertThat(ClassFiles.in(both).areIncomplete(before, both, sources)).isTrue();
    }

    @Test
    void aFolderThatDoesNotExistHasNoFiles() {
        assertThat(ClassFiles.in(List.of(project.resolve("nowhere"))).files()).isEmpty();
    }

    private boolean areIncomplete(ClassFiles before) {
        return files().areIncomplete(before, List.of(classes), sources);
    }

    private ClassFiles files() {
        return ClassFiles.in(List.of(classes));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
