package io.retort.boot.command;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.EntitySources.Changes;
import io.retort.diff.internal.model.DeclaringClasses;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import io.retort.testkit.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real git repositories tell which entities changed since a revision. */
@Tag("long")
class GitEntitySourcesTests {

    private static final String SOURCES = "src/main/java/";
    private static final String REVISION = SOURCES + "db/revisions/Raa1_begin.java";

    private static final Operation OWNER = said(op -> op.addColumn("owner", column("city", varchar(9))));
    private static final Operation PET = said(op -> op.addColumn("clinic.pet", column("name", varchar(9))));
    private static final Operation PET_OWNER = said(op -> op.addColumn("clinic.pet", column("owner_id", bigint())));
    private static final Operation NO_ENTITY = said(op -> op.dropTable("old"));
    private static final Operation SEQUENCE = said(op -> op.createSequence(sequence("owner_seq")));

    private static final Map<QualifiedName, DeclaringClasses> CLASSES = Map.of(
            QualifiedName.parse("owner"),
            new DeclaringClasses(Set.of("shop.Owner", "shop.Person", "shop.Address"), Map.of()),
            QualifiedName.parse("clinic.pet"),
            new DeclaringClasses(Set.of("shop.Pet"), Map.of("owner_id", Set.of("shop.Owner", "shop.Person"))));

    @TempDir
    Path folder;

    @BeforeEach
    void repository() throws Exception {
        GitRepository.init(folder);
        List.of("Owner", "Person", "Address").forEach(type -> write(source(type), "class " + type + " {}"));
        write("other/src/main/kotlin/shop/Pet.kt", "class Pet");
        write(REVISION, "class Raa1_begin {}");
        new GitRepository(folder).commit();
    }

    @Test
    void nothingChangedSinceTheRevision() throws Exception {
        assertThat(unchanged()).containsExactly(OWNER, PET, PET_OWNER, NO_ENTITY, SEQUENCE);
        write("pom.xml", "<hibernate.version>8</hibernate.version>");
        write("src/test/java/shop/OwnerTests.java", "class OwnerTests {}");
        write(SOURCES + "db/revisions/Rbb2_rows.java", "class Rbb2_rows {}");
        assertThat(unchanged()).containsExactly(OWNER, PET, PET_OWNER, NO_ENTITY, SEQUENCE);
        new GitRepository(folder).commit();
        assertThat(unchanged()).containsExactly(OWNER, PET, PET_OWNER, NO_ENTITY, SEQUENCE);
    }

    @Test
    void aChangedEntitySuperclassOrEmbeddableIsFoundCommittedOrNot() throws Exception {
        for (String type : List.of("Owner", "Person")) {
            write(source(type), "class " + type + " { String city; }");
            assertThat(unchanged()).containsExactly(PET);
            new GitRepository(folder).commit();
            assertThat(unchanged()).containsExactly(PET);
            write(source(type), "class " + type + " {}");
            assertThat(unchanged()).contains(OWNER, SEQUENCE);
        }
        write(source("Address"), "class Address { String city; }");
        assertThat(unchanged()).containsExactly(PET, PET_OWNER);
    }

    @Test
    void aDeletedOrUnknownSourceCountsAsChanged() throws Exception {
        Files.delete(folder.resolve(source("Address")));
        assertThat(unchanged()).containsExactly(PET, PET_OWNER);
        new GitRepository(folder).git("checkout", "--quiet", "--", ".");
        new GitRepository(folder).git("rm", "--quiet", "--cached", "other/src/main/kotlin/shop/Pet.kt");
        write(".gitignore", "other/\n");
        assertThat(unchanged()).containsExactly(OWNER);
    }

    @Test
    void aNewClassCanBeTheReasonForAnObjectWithoutEntity() throws Exception {
        write(source("Invoice"), "class Invoice {}");
        assertThat(unchanged()).containsExactly(OWNER, PET, PET_OWNER);
        write(SOURCES + "shop/package-info.java", "@TypeRegistration package shop;");
        assertThat(unchanged()).isEmpty();
    }

    @Test
    void aMappingFileCanChangeEverything() {
        write("src/main/resources/META-INF/orm.xml", "<entity-mappings/>");
        assertThat(unchanged()).isEmpty();
    }

    /** The revision was edited and moved later; the entity changed before that. */
    @Test
    void theCommitThatAddedTheRevisionCounts() throws Exception {
        write(source("Owner"), "class Owner { String city; }");
        new GitRepository(folder).commit();
        write("moved/db/revisions/Raa1_begin.java", "class Raa1_begin { /* edited */ }");
        Files.delete(folder.resolve(REVISION));
        new GitRepository(folder).commit();
        assertThat(unchanged("moved/db/revisions/Raa1_begin.java")).containsExactly(PET);
    }

    @Test
    void theWorkingFolderCanBeBelowTheRepository() {
        write(source("Owner"), "class Owner { String city; }");
        assertThat(unchanged(sources(folder.resolve("other")).since(folder.resolve(REVISION))))
                .containsExactly(PET);
    }

    @Test
    void withoutTheRevisionOrAllCommitsNothingIsKnown() throws Exception {
        write(SOURCES + "db/revisions/Rbb2_rows.java", "class Rbb2_rows {}");
        assertLimit(
                sources(folder).since(Path.of(SOURCES + "db/revisions/Rbb2_rows.java")),
                "No commit of the git repository contains Rbb2_rows.java, so that it is not known which entities changed"
                        + " since.");
        Path clone = folder.resolve("clone");
        new GitRepository(folder)
                .git("clone", "--quiet", "--depth=1", folder.toUri().toString(), clone.toString());
        assertLimit(
                sources(clone).since(clone.resolve(REVISION)),
                "The git repository is a shallow clone, so that it does not tell which entities changed: get all commits"
                        + " with git fetch --unshallow.");
    }

    @Test
    void withoutARepositoryThereIsNothingToSay(@TempDir Path none) {
        assertLimit(sources(none).since(none.resolve(REVISION)), "");
    }

    private void assertLimit(Changes changes, String limit) {
        assertThat(changes.known()).isFalse();
        assertThat(changes.limit()).isEqualTo(limit);
        assertThat(unchanged(changes)).isEmpty();
    }

    private List<Operation> unchanged() {
        return unchanged(REVISION);
    }

    private List<Operation> unchanged(String revision) {
        Changes changes = sources(folder).since(folder.resolve(revision));
        assertThat(changes.known()).isTrue();
        return unchanged(changes);
    }

    private static List<Operation> unchanged(Changes changes) {
        return List.of(OWNER, PET, PET_OWNER, NO_ENTITY, SEQUENCE).stream()
                .filter(changes.isUnchanged())
                .toList();
    }

    private static GitEntitySources sources(Path place) {
        return new GitEntitySources(
                new Git(place), Set.of("db.revisions.Raa1_begin", "db.revisions.Rbb2_rows"), () -> CLASSES);
    }

    private static Operation said(Consumer<Operations> one) {
        return Operations.collect(one).get(0);
    }

    private static String source(String type) {
        return SOURCES + "shop/" + type + ".java";
    }

    private void write(String file, String text) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
