package io.retort.diff.author;

import static io.retort.diff.author.Drafts.CREATED;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Column;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaWriterTests {

    @TempDir
    Path project;

    @Test
    void anOrdinaryRevisionReadsAsIfAPersonHadWrittenIt() throws Exception {
        RevisionFile file = write(Drafts.shop());

        assertThat(file.name()).isEqualTo("R3f2a91c07b4e_orders_and_vip_customers.java");
        assertThat(file.text()).isEqualTo(golden("shop.java.txt"));
    }

    @Test
    void whatIsWrittenCompilesAndSaysTheSame() throws Exception {
        Draft draft = Drafts.shop();

        Migration migration = Compiled.revision(draft, project).migration().get();

        assertThat(Operations.collect(migration::upgrade)).isEqualTo(draft.up());
        assertThat(Operations.collect(migration::downgrade)).isEqualTo(draft.down());
    }

    @Test
    void theShortestRevisionIsTheOneOfTheManual() {
        Draft draft = Draft.empty("3f2a91c07b4e", List.of("a1b2c3d4e5f6"), "add email to user", CREATED)
                .reversing(Operations.collect(op -> {
                    op.addColumn("user", column("email", varchar(255)).notNull());
                    op.createIndex("user", index("ix_user_email", "email"));
                }));

        assertThat(write(draft).text()).endsWith("""
                /** Add email to user. */
                @Revision(id = "3f2a91c07b4e", parent = "a1b2c3d4e5f6", message = "add email to user", %s)
                public class R3f2a91c07b4e_add_email_to_user implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.addColumn("user", column("email", varchar(255)).notNull());
                        op.createIndex("user", index("ix_user_email", "email"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropIndex("user", index("ix_user_email", "email"));
                        op.dropColumn("user", column("email", varchar(255)).notNull());
                    }
                }
                """.formatted("created = \"2026-11-22T10:15:30Z\""));
    }

    @Test
    void onlyWhatIsUsedIsImported() {
        Draft draft = Draft.empty("abc", List.of(), "call users accounts", CREATED)
                .reversing(Operations.collect(op -> op.renameTable("user", "column(1)")));

        assertThat(write(draft).text().lines().filter(line -> line.startsWith("import")))
                .containsExactly(
                        "import io.retort.migration.Migration;",
                        "import io.retort.migration.Operations;",
                        "import io.retort.migration.Revision;");
    }

    @Test
    void anEmptyRevisionSaysWhatToWriteAndHasTheWordsForIt() throws Exception {
        Draft draft = Draft.empty("abc", List.of(), "Fill in later!", CREATED);

        String text = write(draft).text();

        assertThat(text).contains("""
                import static io.retort.migration.Definitions.*;
                """).contains("""
                /** Fill in later! */
                @Revision(id = "abc", message = "Fill in later!", created = "2026-11-22T10:15:30Z")
                public class Rabc_fill_in_later implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        // Add the upgrade here, one call on op for each change.
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Revert the upgrade here, the last change first.
                    }
                }
                """);
        assertThat(Compiled.revision(draft, project).info().parents()).isEmpty();
    }

    @Test
    void aMergeNamesItsParentsAndImportsNoWords() throws Exception {
        Draft draft = Draft.empty("abc", List.of("one", "two"), "merge one and two", CREATED);

        assertThat(write(draft).text())
                .contains("parent = {\"one\", \"two\"}")
                .contains("// Merges one and two; the schema does not change.")
                .doesNotContain("Definitions");
        assertThat(Compiled.revision(draft, project).info().parents()).containsExactly("one", "two");
    }

    @Test
    void everythingThatIsSetCanBeReadBack() throws Exception {
        Draft draft = Draft.empty("abc", List.of("one"), "begin billing", CREATED)
                .dependingOn(List.of("stock", "0123"))
                .labelled(List.of("billing"))
                .outsideTransaction();

        RevisionInfo info = Compiled.revision(draft, project).info();

        assertThat(info.dependsOn()).containsExactly("stock", "0123");
        assertThat(info.labels()).containsExactly("billing");
        assertThat(info.transactional()).isFalse();
        assertThat(info.created()).isEqualTo(CREATED.truncatedTo(ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quotes \" and \\u0022 and \\n",
                "a comment's end */ and <b>tags</b> & @author {@link Nothing}",
                "größer, 日本語",
                "\uD83D\uDE00",
                "a message that goes on and on because somebody thought that the message was the place in which to explain"
                        + " why the table \"customer\" was never a good idea, and what one should have done instead of it",
                "awordwithoutanyspaceinitthatislongerthanonelineawordwithoutanyspaceinitthatislongerthanoneline"
                        + "awordwithoutanyspaceinitthatislongerthanoneline"
            })
    void anyMessageCompilesAndStaysWhatItIs(String message) throws Exception {
        Draft draft = Draft.empty("abc", List.of("0123456789ab"), message, CREATED);

        assertThat(write(draft).text().lines()).allMatch(line -> line.length() <= 120);
        assertThat(Compiled.revision(draft, project).info().message()).isEqualTo(message);
    }

    /**
     * A reviewer sees the whole text of a file in the order in which the compiler reads it. The value of the message is not
     * changed: a Unicode escape in a literal is the character, and all output shows it escaped. A comment contains the text of
     * the escape, because an escape would be translated there too: after {@code \\}{@code u002a/} a comment would be at its end.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "add \u202e email \u2066x\u2069",
                "a\u200bb\ufeffc",
                "back\\\u202e slash",
                "end \\u002a/ \u2067 of comment",
                "very \u202e long message that does not fit on one line, with many words more than the width of a line in the"
                        + " annotation \u202c and in the comment of the class"
            })
    void nothingInvisibleIsWrittenRaw(String message) throws Exception {
        Draft draft = Draft.empty("3f2a91c07b4e", List.of(), message, Drafts.CREATED)
                .remarking(List.of("View v\u202e: read it."))
                .replacing(List.of(), List.of("See t\u2066."));

        assertThat(write(draft).text())
                .matches(written -> written.codePoints().allMatch(sign -> sign == '\n' || sign >= ' ' && sign < 0x7f));
        assertThat(Compiled.revision(draft, project).info().message()).isEqualTo(message);
    }

    @Test
    void aSchemaOfManyTablesStillCompiles() throws Exception {
        Draft draft = Draft.empty("abc", List.of(), "all of the old tables", CREATED)
                .reversing(Operations.collect(op -> {
                    for (int table = 0; table < 400; table++) {
                        Column[] columns = IntStream.range(0, 20)
                                .mapToObj(
                                        i -> column("column_" + i, varchar(255)).notNull())
                                .toArray(Column[]::new);
                        op.createTable("table_" + table, columns);
                    }
                }));

        Migration migration = Compiled.revision(draft, project).migration().get();

        assertThat(Operations.collect(migration::upgrade)).isEqualTo(draft.up());
        assertThat(Operations.collect(migration::downgrade)).isEqualTo(draft.down());
        assertThat(write(draft).text()).contains("        upgradePart1(op);\n        upgradePart2(op);\n");
    }

    @Test
    void aLongTextIsStillOneText() {
        String text = "a \"quoted\" column(1)\n".repeat(20_000);
        Draft draft = Draft.empty("abc", List.of(), "explain", CREATED)
                .reversing(Operations.collect(op -> op.commentTable("user", null, text)));

        assertThat(write(draft).text()).doesNotContain("import static");
    }

    @Test
    void whatCannotBeUndoneIsRefused() {
        Draft draft = Draft.empty("abc", List.of(), "more states", CREATED);

        assertThatThrownBy(() -> draft.reversing(Operations.collect(op -> op.addEnumValue("state", "PAID"))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("This operation cannot be reverted: ~ type state with value PAID")
                .hasMessageContaining("--irreversible");
    }

    @Test
    void aOneWayRevisionRefusesToGoBack() throws Exception {
        Draft draft = Draft.empty("abc", List.of(), "more states", CREATED)
                .oneWay(Operations.collect(op -> op.addEnumValue("state", "PAID")));

        Migration migration = Compiled.revision(draft, project).migration().get();

        assertThat(Operations.collect(migration::upgrade)).isEqualTo(draft.up());
        assertThatThrownBy(() -> Operations.collect(migration::downgrade))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("This revision cannot be reverted: ~ type state with value PAID.");
        assertThat(write(draft).text()).contains("// An operation of the upgrade cannot be reverted.");
    }

    @Test
    void aProjectsOwnTemplateIsTaken() throws Exception {
        own("// Copyright [(${created})] of ours\n[(${annotation})]\nclass [(${className})] {}\n");

        assertThat(write(Draft.empty("abc", List.of(), "it", CREATED)).text()).isEqualTo("""
                // Copyright 2026-11-22T10:15:30Z of ours
                @Revision(id = "abc", message = "it", created = "2026-11-22T10:15:30Z")
                class Rabc_it {}
                """);
    }

    @Test
    void aTemplateThatCannotBeFilledInIsNamed() throws Exception {
        own("[(${id.nothing})]");

        assertThatThrownBy(() -> write(Draft.empty("abc", List.of(), "it", CREATED)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("revision.java.txt cannot be filled in")
                .hasMessageContaining("It can use package, className, id, message");
    }

    private void own(String template) throws Exception {
        Path folder = Files.createDirectories(project.resolve("src/main/retort"));
        Files.writeString(folder.resolve(JavaWriter.TEMPLATE), template);
    }

    private RevisionFile write(Draft draft) {
        return new JavaWriter(SourceTree.of(project)).write(draft);
    }

    static String golden(String name) throws Exception {
        try (InputStream stream = Objects.requireNonNull(JavaWriterTests.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
