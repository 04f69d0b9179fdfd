package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Answers become revisions that run on rows, in both directions, and leave no difference. */
class AnsweredTests {

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aRenameKeepsEverything(TestDb db) throws SQLException {
        WrittenProject project = shop(db);
        String numbers = "select count(*) from customer";
        RevisionResult written = revision(
                project,
                db,
                ShopVersions.renamed(),
                "rename=customer:client,customer_tags:client_tags",
                "rename=client.mail:email,client.status:state,client_tags.customer_id:client_id,purchase.customer_id:client_id");
        assertThat(written.draft().up()).noneMatch(AnsweredTests::losesRows);
        project.retort().upgrade("head");

        assertThat(db.query("select email from client order by id"))
                .containsExactly("ann@shop.example", "bob@shop.example", "cid@shop.example");
        assertThat(db.query("select tags from client_tags")).containsExactly("vip");
        assertThat(db.query("select client_id from purchase")).containsExactly("1");
        assertThat(found(project, db, ShopVersions.renamed())).isEmpty();

        project.retort().downgrade("-1");
        assertThat(db.query(numbers)).containsExactly("3");
        assertThat(db.query("select mail from customer where id = 2")).containsExactly("bob@shop.example");
        assertThat(found(project, db, ShopVersions.first())).isEmpty();
        project.retort().upgrade("head");
        assertThat(found(project, db, ShopVersions.renamed())).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatMustHaveAValueGetsOne(TestDb db) throws SQLException {
        WrittenProject project = shop(db);
        List<String> answers = new ArrayList<>(List.of(
                "fill=customer.tier='BASIC',customer.shout=sql:upper(mail),customer.active=true,customer.city=sql:mail",
                "cut=customer.mail,customer.credit"));
        if (db.database() == MYSQL) { // this version has no check constraints
            answers.add("map=customer.rating=MIDDLE");
        } else {
            answers.add("map=customer.rating:2=1");
            answers.add("accept=customer.rating");
        }
        answers.add("map=customer.status:GONE=PASSIVE");
        if (db.database() != SQLITE) {
            answers.add("accept=customer.city");
        }
        revision(project, db, ShopVersions.strict(), answers.toArray(String[]::new));
        db.execute("update customer set city = 'Paris' where id = 2");
        project.retort().upgrade("head");

        assertThat(db.query("select tier from customer order by id")).containsExactly("BASIC", "BASIC", "BASIC");
        assertThat(db.query("select shout from customer where id = 1"))
                .hasSize(1)
                .allMatch(v -> v.startsWith("ANN"));
        assertThat(db.query("select mail from customer where id = 1")).containsExactly("ann@shop.e");
        assertThat(db.query("select status from customer order by id")).containsExactly("ACTIVE", "PASSIVE", "PASSIVE");
        assertThat(db.query("select city from customer where id = 3")).doesNotContainNull();
        assertThat(found(project, db, ShopVersions.strict())).isEmpty();

        project.retort().downgrade("-1");
        assertThat(db.query("select count(*) from customer")).containsExactly("3");
        assertThat(found(project, db, ShopVersions.first())).isEmpty();
        project.retort().upgrade("head");
        assertThat(found(project, db, ShopVersions.strict())).isEmpty();
    }

    private WrittenProject shop(TestDb db) throws SQLException {
        return ShopProject.begun(folder, db);
    }

    private static RevisionResult revision(
            WrittenProject project, TestDb db, List<Class<?>> entities, String... answers) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project.revision("step", hibernate.metadata(), ShopProject.answers(answers));
        }
    }

    /** The remaining differences, without questions. */
    private static List<String> found(WrittenProject project, TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }

    private static boolean losesRows(Operation operation) {
        String said = operation.describe();
        return said.startsWith("- table") || said.startsWith("- column") || said.startsWith("+ column");
    }
}
