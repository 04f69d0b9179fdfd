package io.retort.diff.question;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The project of the shop in its first version, with three customers. */
public final class ShopProject {

    private ShopProject() {}

    public static WrittenProject begun(Path folder, TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(ShopVersions.first())) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        for (String values : List.of(
                "1, 'ann@shop.example', 'Ghent', 'ACTIVE', 0, 12.34",
                "2, 'bob@shop.example', 'Ghent', 'PASSIVE', 1, null",
                "3, 'cid@shop.example', null, 'GONE', 2, 1234567.89")) {
            db.execute("insert into customer (id, mail, city, status, rating, credit) values (" + values + ")");
        }
        db.execute(
                "insert into customer_tags (customer_id, tags) values (1, 'vip')",
                "insert into purchase (id, customer_id) values (7, 1)");
        return project;
    }

    /** Answers as on the command line, such as {@code rename=customer.mail:email}. */
    public static Answers answers(String... said) {
        List<GivenAnswer> given = new ArrayList<>();
        for (String answer : said) {
            int end = answer.indexOf('=');
            given.addAll(GivenAnswer.read(Verb.of(answer.substring(0, end)).orElseThrow(), answer.substring(end + 1)));
        }
        return new GivenAnswers(given);
    }
}
