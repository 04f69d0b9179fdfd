package io.retort.diff.author;

import static io.retort.diff.author.Drafts.CREATED;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlWriterTests {

    private static final Dialect POSTGRESQL = Dialects.named("postgresql");

    @TempDir
    Path project;

    @Test
    void anOrdinaryRevisionReadsAsIfAPersonHadWrittenIt() throws Exception {
        RevisionFile file = write(Drafts.shop(), POSTGRESQL);

        assertThat(file.name()).isEqualTo("3f2a91c07b4e_orders_and_vip_customers.sql");
        assertThat(file.text()).isEqualTo(JavaWriterTests.golden("shop.sql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "h2"})
    void whatIsWrittenIsReadBackAsTheSameStatements(String product) {
        Dialect dialect = Dialects.named(product);
        Draft draft = Drafts.shop();

        Migration read = read(write(draft, dialect)).migration().get();

        assertThat(said(read::upgrade)).isEqualTo(texts(draft.up(), dialect));
        assertThat(said(read::downgrade)).isEqualTo(texts(draft.down(), dialect));
    }

    @Test
    void theHeaderIsReadBack() {
        Draft draft = Draft.empty("abc", List.of("one", "two"), "say: \"what\" -- and why", CREATED)
                .dependingOn(List.of("stock", "0123"))
                .labelled(List.of("billing"));

        RevisionInfo info = read(write(draft, POSTGRESQL)).info();

        assertThat(info.parents()).containsExactly("one", "two");
        assertThat(info.dependsOn()).containsExactly("stock", "0123");
        assertThat(info.labels()).containsExactly("billing");
        assertThat(info.message()).isEqualTo("say: \"what\" -- and why");
        assertThat(info.created()).isEqualTo(CREATED.truncatedTo(ChronoUnit.SECONDS));
        assertThat(info.transactional()).isTrue();
    }

    /** SQL comments have no escapes, so that the header contains the escape as visible text. */
    @Test
    void nothingInvisibleIsWrittenRaw() {
        Draft draft = Draft.empty("abc", List.of(), "add \u202e email \u2066x", CREATED)
                .remarking(List.of("View v\u202e: read it."));

        RevisionFile file = write(draft, POSTGRESQL);

        assertThat(file.text())
                .contains("-- message: add \\u202e email \\u2066x\n", "-- remark: View v\\u202e: read it.\n");
        assertThat(read(file).info().message()).isEqualTo("add \\u202e email \\u2066x");
    }

    @Test
    void anEmptyRevisionSaysWhatToWriteAndRunsNothing() {
        RevisionFile file = write(Draft.empty("abc", List.of(), "fill in later", CREATED), POSTGRESQL);

        assertThat(file.text()).isEqualTo("""
                -- revision: abc
                -- message: fill in later
                -- created: 2026-11-22T10:15:30Z

                -- upgrade
                -- (add the statements of the upgrade; each ends with a semicolon)

                -- downgrade
                -- (add the statements that revert it, the last change first; each ends with a semicolon)
                """);
        assertThat(said(read(file).migration().get()::upgrade)).isEmpty();
    }

    @Test
    void aStatementThatNeedsToBeOutsideATransactionTakesTheRevisionOut() {
        Draft draft =
                up(op -> op.createIndex("user", index("ix_user_email", "email").concurrently()));

        assertThat(read(write(draft, POSTGRESQL)).info().transactional()).isFalse();
    }

    @Test
    void javaCodeIsRefused() {
        Draft draft = up(op -> op.work("mail everyone", connection -> {}, connection -> {}));

        assertThatThrownBy(() -> write(draft, POSTGRESQL))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("An SQL file cannot contain Java code: ! work mail everyone")
                .hasMessageContaining("leave out the option `--format=sql`");
    }

    @Test
    void whatCannotBeUndoneIsRefused() {
        Draft draft = Draft.empty("abc", List.of(), "more states", CREATED)
                .oneWay(Operations.collect(op -> op.addEnumValue("state", "PAID")));

        assertThatThrownBy(() -> write(draft, POSTGRESQL))
                .hasMessageContaining(
                        "This operation cannot be reverted, and an SQL file cannot refuse a downgrade: ~ type state with value PAID");
    }

    @Test
    void aTextThatWouldBeReadAsAPlaceholderIsRefused() {
        Draft draft = up(op -> op.addColumn("page", column("title", varchar(9)).defaultValue("${title}")));

        assertThatThrownBy(() -> write(draft, POSTGRESQL))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("${title}")
                .hasMessageContaining("leave out the option `--format=sql`");
    }

    @Test
    void aStatementThatWouldBeReadAsTwoIsRefused() {
        Draft draft = up(op -> op.execute("do one; do two", "undo"));

        assertThatThrownBy(() -> write(draft, POSTGRESQL))
                .hasMessageContaining("Retort would read it back as a different one: do one");
    }

    @Test
    void anOperationWithoutStatementsIsDeclaredWithTheOthers() {
        Dialect sqlite = Dialects.named("sqlite");
        Draft draft = up(op -> {
            op.commentTable("page", null, "${what}");
            op.addColumn("page", column("title", varchar(9)));
            op.commentTable("page", "${what}", "A page");
        });

        RevisionFile file = write(draft, sqlite);

        assertThat(file.text()).contains("""
                -- upgrade
                alter table page add column title varchar(9);
                -- means: commentTable("page", null, "\\u0024{what}");
                -- means: addColumn("page", column("title", varchar(9)));
                -- means: commentTable("page", "\\u0024{what}", "A page");

                -- downgrade
                """);
        assertThat(declared(file)).isEqualTo(draft.up());
    }

    @Test
    void aStatementOfUnknownEffectStaysUndeclared() {
        Draft draft = up(op -> {
            op.execute("call tidy()", "");
            op.execute("alter table page set (fillfactor = 70)", "", means -> {});
            op.execute("update page set title = ''", "");
            op.addColumn("page", column("title", varchar(9)));
        });

        RevisionFile file = write(draft, POSTGRESQL);

        assertThat(file.text()).contains("""
                call tidy();

                alter table page set (fillfactor = 70);
                -- means:
                update page set title = '';

                alter table page add column title varchar(9);
                -- means: addColumn("page", column("title", varchar(9)));
                """);
        assertThat(Operations.collect(read(file).migration().get()::upgrade))
                .extracting(operation -> ((Execute) operation).means())
                .containsExactly(null, List.of(), null, List.of(draft.up().get(3)));
    }

    private static List<Operation> declared(RevisionFile file) {
        return Operations.collect(read(file).migration().get()::upgrade).stream()
                .flatMap(operation -> operation.schemaChanges().orElseThrow().stream())
                .toList();
    }

    private static Draft up(Consumer<Operations> code) {
        return Draft.empty("abc", List.of(), "do it", CREATED).reversing(Operations.collect(code));
    }

    private RevisionFile write(Draft draft, Dialect dialect) {
        return new SqlWriter(SourceTree.of(project), dialect).write(draft);
    }

    private static RevisionCode read(RevisionFile file) {
        return SqlRevisions.parse(file.text(), "db/revisions/" + file.name(), Map.of());
    }

    private static List<String> said(Consumer<Operations> code) {
        return Operations.collect(code).stream().map(o -> ((Execute) o).sql()).toList();
    }

    private static List<String> texts(List<Operation> operations, Dialect dialect) {
        return operations.stream()
                .flatMap(operation -> operation.sql(dialect.ddl()).stream())
                .map(statement -> ((Statement.Sql) statement).textInFile())
                .toList();
    }
}
