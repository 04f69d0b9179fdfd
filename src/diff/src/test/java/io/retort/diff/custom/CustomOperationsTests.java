package io.retort.diff.custom;

import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialects;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement.Sql;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The classes of {@code docs/custom-operations.md} are the ones here, and do what the page says. */
class CustomOperationsTests {

    private static final Pattern CODE = Pattern.compile("<!-- code: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final View VIEW = new View("active_customer", "select id, mail from customer", true);
    private static final QualifiedName CUSTOMER = QualifiedName.parse("customer");

    @Test
    void thePageShowsTheClassesAsTheyAre() throws IOException {
        Matcher page = CODE.matcher(Files.readString(Path.of("../../docs/custom-operations.md")));
        int shown = 0;
        for (; page.find(); shown++) {
            Path source = Path.of("src/test/java/io/retort/diff/custom", page.group(1));
            assertThat(source).content().endsWith("\n\n" + page.group(2));
        }
        assertThat(shown).isEqualTo(3);
    }

    @OnDatabases(POSTGRESQL)
    void aViewStepsAsideForAColumnThatChanges(TestDb db) throws SQLException {
        db.execute("create table customer (id bigint, mail varchar(50))", "insert into customer values (1, 'ann')");
        run(db, List.of(VIEW));
        Column before = column("mail", varchar(50));
        List<Operation> operations = new ViewAround(CUSTOMER, VIEW)
                .rewrite(List.of(new ColumnOperation.Alter(CUSTOMER, before, column("mail", varchar(80)))));
        assertThat(operations)
                .extracting(Operation::describe)
                .containsExactly(
                        "- view active_customer",
                        "~ column customer.mail varchar(50) -> varchar(80)",
                        "+ view active_customer");

        run(db, operations);
        run(db, Operation.reverse(operations).orElseThrow());
        assertThat(db.query("select mail from active_customer")).containsExactly("ann");
        run(db, Operation.reverse(List.<Operation>of(VIEW)).orElseThrow());
        assertThat(db.query("select 1 from pg_views where viewname = 'active_customer'"))
                .isEmpty();
    }

    @OnDatabases(POSTGRESQL)
    void aTriggerComesAndGoes(TestDb db) throws SQLException {
        db.execute("create table customer (id bigint, mail varchar(50))", "insert into customer values (1, 'ANN')");
        Operation trigger =
                new Trigger("lower_mail", "customer", "before update", "new.mail := lower(new.mail);", true);
        run(db, List.of(trigger));
        db.execute("update customer set id = 2");
        assertThat(db.query("select mail from customer")).containsExactly("ann");
        run(db, Operation.reverse(List.of(trigger)).orElseThrow());
        assertThat(db.query("select 1 from pg_proc where proname = 'lower_mail'"))
                .isEmpty();
    }

    @Test
    void aRevisionFileCallsTheConstructor() {
        assertThat(VIEW.java().source("op", 0))
                .isEqualTo("op.custom(new io.retort.diff.custom.View(\"active_customer\","
                        + " \"select id, mail from customer\", true))");
    }

    private static void run(TestDb db, List<Operation> operations) throws SQLException {
        db.execute(operations.stream()
                .flatMap(operation -> operation.sql(Dialects.named("postgresql").ddl()).stream())
                .map(statement -> ((Sql) statement).text())
                .toArray(String[]::new));
    }
}
