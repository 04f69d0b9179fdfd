package io.retort;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.internal.declaration.JavaRevisionEdit;
import io.retort.internal.declaration.JavaRevisionText;
import io.retort.internal.history.JavaRevisions;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep.SaferForms;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/**
 * Revision files are rewritten so that their operations have forms without a finding. The rewritten file does the same on a
 * database with rows. {@code -Dfix.seed} repeats a run.
 */
class SaferFormsTests {

    private static final int FILES = Boolean.getBoolean("retort.full") ? 400 : 60;
    private static final int RUN = Boolean.getBoolean("retort.full") ? 40 : 5;
    private static final long SEED = TestSeed.of("fix.seed");

    @Revision(id = "aaa")
    public static final class Raaa_tables implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("p", column("id", bigint()).notNull(), primaryKey("id"));
            op.createTable(
                    "t",
                    column("id", bigint()).notNull(),
                    column("n", integer()),
                    column("m", integer()),
                    column("name", varchar(20)),
                    column("pid", bigint()),
                    primaryKey("id"));
            op.createTable("bare", column("id", bigint()).notNull(), column("n", integer()));
            op.createIndex("t", index("ix_old", "m"));
        }
    }

    /** Statements with their reverse; those in a group with a number exclude each other. */
    private static final List<List<String>> STATEMENTS = List.of(
            List.of("op.createIndex(\"t\", index(\"ix_1\", \"n\"))", "op.dropIndex(\"t\", index(\"ix_1\", \"n\"))"),
            List.of(
                    "op.createIndex(\n                \"t\",\n                index(\"ix_2\", \"n\", \"name\"))",
                    "op.dropIndex(\"t\", index(\"ix_2\", \"n\", \"name\"))"),
            List.of("op.createIndex(\"t\", index(\"ix_3\", \"pid\").asUnique())", "op.dropIndex(\"t\", \"ix_3\")"),
            List.of("op.dropIndex(\"t\", index(\"ix_old\", \"m\"))", "op.createIndex(\"t\", index(\"ix_old\", \"m\"))"),
            List.of(
                    "op.addConstraint(\"t\", unique(\"uk_1\", \"name\"))",
                    "op.dropConstraint(\"t\", unique(\"uk_1\", \"name\"))"),
            List.of(
                    "op.addConstraint(\"t\", check(\"ck_1\", \"m >= 0 and name <> ');('\"))",
                    "op.dropConstraint(\"t\", check(\"ck_1\", \"m >= 0 and name <> ');('\"))"),
            List.of(
                    "op.addConstraint(\"t\", foreignKey(\"fk_1\", \"pid\").references(\"p\", \"id\"))",
                    "op.dropConstraint(\"t\", foreignKey(\"fk_1\", \"pid\").references(\"p\", \"id\"))"),
            List.of(
                    "op.addConstraint(\"bare\", primaryKey(\"id\"))",
                    "op.dropConstraint(\"bare\", primaryKey(\"id\"))"),
            List.of(
                    "op.alterColumn(\"t\", column(\"n\", integer()), column(\"n\", integer()).notNull())",
                    "op.alterColumn(\"t\", column(\"n\", integer()).notNull(), column(\"n\", integer()))"),
            List.of(
                    "op.addColumn(\"t\", column(\"state\", enumOf(\"NEW\", \"OLD\")))",
                    "op.dropColumn(\"t\", column(\"state\", enumOf(\"NEW\", \"OLD\")))"),
            List.of(
                    "op.addColumn(\"t\", column(\"c_1\", integer()).notNull().defaultValue(1))",
                    "op.dropColumn(\"t\", \"c_1\")"),
            List.of(
                    "op.createTable(\"q\", column(\"id\", bigint()).notNull(), column(\"n\", integer()), primaryKey(\"id\"));\n"
                            + "        op.createIndex(\"q\", index(\"ix_q\", \"n\"))",
                    "op.dropTable(\"q\")"),
            List.of("op.execute(\"update t set m = m + 1\")", "op.execute(\"update t set m = m - 1\")"),
            List.of(
                    "op.execute(\"update p set id = id where id = 1 -- op.createIndex(\\\"t\\\", x);\\n\")",
                    "op.execute(\"select 1\")"));

    private static final List<String> COMMENTS = List.of(
            "",
            "",
            "// first\n        ",
            "/* op.createIndex(\"t\", index(\"no\", \"n\")); { ( \" */ ",
            "\n        // it's a \"quote; }\n        ");

    /** A generated source: the text, and how often a waiver accepts something. */
    private record Source(String text, int waived) {}

    private static Source source(Random random) {
        List<List<String>> some = new ArrayList<>(STATEMENTS);
        Collections.shuffle(some, random);
        some = some.subList(0, 1 + random.nextInt(7));
        StringBuilder up = new StringBuilder();
        List<String> down = new ArrayList<>();
        int waived = 0;
        for (List<String> statement : some) {
            String code = statement.get(0);
            if (random.nextInt(6) == 0 && code.startsWith("op.createIndex(\"t\", index(\"ix_1\"")) {
                code = "op.allow(\"index-blocks-writes\", \"at night; (see 5)\", x -> x" + code.substring(2) + ")";
                waived++;
            }
            up.append("        ")
                    .append(comment(random))
                    .append(code)
                    .append(";")
                    .append(comment(random).stripTrailing())
                    .append("\n");
            down.add(0, "        " + comment(random) + statement.get(1) + ";\n");
        }
        boolean reverse = random.nextInt(4) == 0 && !up.toString().contains("op.execute");
        String downgrade = reverse ? "        op.reverse(this::upgrade);\n" : String.join("", down);
        String annotation = List.of(
                        "@Revision(id = \"bbb\", parent = \"aaa\")",
                        "@Revision(\n        id = \"bbb\", // the id\n        parent = \"aaa\"\n)",
                        "@Revision(id = \"bbb\", parent = \"aaa\", transactional = true)",
                        "@Revision(id = \"bbb\", parent = \"aaa\", message = \"a ) b, transactional = true\")")
                .get(random.nextInt(4));
        String text =
                "package db.revisions;\n\nimport static io.retort.migration.Definitions.*;\n\nimport io.retort.migration.*;\n"
                        + "\n/** Its {@code text}; it's \"open { */\n" + annotation
                        + "\npublic class Rbbb_x implements Migration {\n\n    private static final String NOTE = \"} ; op.x()\";\n\n"
                        + "    @Override\n    public void upgrade(Operations op) {\n" + up + "    }\n\n    @Override\n"
                        + "    public void downgrade(Operations op) {\n" + downgrade + "    }\n\n    int mine() {\n"
                        + "        return NOTE.length(); // mine\n    }\n}\n";
        return new Source(random.nextInt(5) == 0 ? text.replace("\n", "\r\n") : text, waived);
    }

    private static String comment(Random random) {
        return COMMENTS.get(random.nextInt(COMMENTS.size()));
    }

    private static Retort retort(TestDb db, String text) {
        return Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_tables.class), revision(text)));
    }

    private static RevisionSource revision(String text) {
        JavaRevisionText java = new JavaRevisionText(text, "Rbbb_x.java");
        Migration migration = java.migration();
        RevisionInfo info = new RevisionInfo(
                "bbb", List.of("aaa"), List.of(), List.of(), "", null, java.transactional(), "db.revisions.Rbbb_x");
        return () -> List.of(new RevisionCode(info, () -> migration));
    }

    private static Retort offline(String text) {
        return Retort.on(new JdbcDataSource(), List.of(JavaRevisions.of(Raaa_tables.class), revision(text)));
    }

    private static SaferForms forms(String text, String product) {
        return offline(text)
                .saferForms("heads", "aaa", DatabaseSizes.unknown(product))
                .get(0);
    }

    private static String fixed(String text, SaferForms forms) {
        return forms.changesAnything()
                ? new JavaRevisionEdit(text, "Rbbb_x.java")
                        .with(replacements(forms.upgrade()), replacements(forms.downgrade()))
                : text;
    }

    private static List<JavaRevisionEdit.Replacement> replacements(List<SaferForms.Form> forms) {
        return forms.stream()
                .map(form -> new JavaRevisionEdit.Replacement(form.operation(), form.safer()))
                .toList();
    }

    private static List<String> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.operation() + " " + finding.rule() + " " + finding.level())
                .toList();
    }

    @Test
    void noErrorIsLeftThatHasASaferForm() {
        Random random = new Random(SEED);
        int changed = 0;
        for (int i = 0; i < FILES; i++) {
            Source source = source(random);
            for (String product : List.of("postgresql", "mariadb", "mysql")) {
                SaferForms forms = forms(source.text(), product);
                String fixed = fixed(source.text(), forms);
                changed += fixed.equals(source.text()) ? 0 : 1;
                String seen = "seed " + SEED + ", file " + i + " for " + product + "\n" + source.text() + "\n" + fixed;
                List<Finding> left = offline(fixed).lint("heads", "aaa", DatabaseSizes.unknown(product));
                assertThat(left)
                        .as(seen)
                        .noneMatch(finding -> finding.isError()
                                && String.valueOf(finding.safer()).contains(".concurrently()"));
                assertThat(findings(left)).as(seen).isEqualTo(findings(forms.remaining()));
                assertThat(new JavaRevisionText(fixed, "Rbbb_x.java").transactional())
                        .as(seen)
                        .isEqualTo(!forms.changesAnything());
                assertThat(withoutForms(fixed)).as(seen).isEqualTo(withoutForms(source.text()));
                assertThat(fixed(fixed, forms(fixed, product))).as(seen).isEqualTo(fixed);
            }
        }
        System.out.println("[safer forms] " + FILES + " files for 3 products, " + changed + " rewritten");
        assertThat(changed).isGreaterThan(FILES / 3);
    }

    /** What the option itself does not add. */
    private static String withoutForms(String text) {
        return text.replace(".concurrently()", "")
                .replace("transactional = false", "transactional = true")
                .replaceAll("(@Revision\\(id = \"bbb\", parent = \"aaa\"), transactional = true\\)", "$1)")
                .replaceAll("(\"a \\) b, transactional = true\"), transactional = true\\)", "$1)")
                .replaceAll("(parent = \"aaa\"),\\r?\\n        transactional = true(\\r?\\n\\))", "$1$2")
                .replace("op.dropIndex(\"t\", index(\"ix_3\"))", "op.dropIndex(\"t\", \"ix_3\")");
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void theRewrittenFileDoesTheSame(TestDb db) throws SQLException {
        Random random = new Random(SEED);
        for (int i = 0; i < RUN; i++) {
            Source source = source(random);
            String fixed = fixed(source.text(), forms(source.text(), "postgresql"));
            String seen = "seed " + SEED + ", file " + i + "\n" + source.text() + "\n" + fixed;
            try (TestDb plain = db.server().newDatabase();
                    TestDb safer = db.server().newDatabase()) {
                assertThat(states(safer, fixed)).as(seen).isEqualTo(states(plain, source.text()));
            }
        }
    }

    /** The schema and the rows after the upgrade, and after the downgrade. */
    private static List<List<String>> states(TestDb db, String text) throws SQLException {
        Retort retort = retort(db, text);
        retort.upgrade("aaa");
        db.execute(
                "insert into p values (1), (2)",
                "insert into t values (1, 1, 1, 'a', 1), (2, 2, 2, 'b', 2), (3, 2, 2, 'c', null)",
                "insert into bare values (1, 1), (2, 2)");
        List<List<String>> states = new ArrayList<>();
        retort.upgrade("head");
        states.add(state(db));
        retort.downgrade("aaa");
        states.add(state(db));
        return states;
    }

    private static List<String> state(TestDb db) throws SQLException {
        List<String> lines = new ArrayList<>(
                SchemaDump.of(db).without("retort_revision").withoutPlaces().lines());
        lines.addAll(db.query("select id, n, m, name, pid from t order by id"));
        lines.addAll(db.query("select id, n from bare order by id"));
        return lines;
    }

    @Test
    void theDowngradeGetsItsFormsToo() {
        String text = """
                import static io.retort.migration.Definitions.*;

                @Revision(id = "bbb", parent = "aaa")
                public class Rbbb_x implements Migration {
                    public void upgrade(Operations op) {
                        op.createIndex("t", index("ix_1", "n"));
                    }

                    public void downgrade(Operations op) {
                        op.dropIndex("t", index("ix_1", "n")); // again
                    }
                }
                """;

        assertThat(fixed(text, forms(text, "postgresql")))
                .isEqualTo(text.replace("\"n\"))", "\"n\").concurrently())")
                        .replace("\"aaa\")", "\"aaa\", transactional = false)"));
    }

    @Test
    void commentsInACallStayWhenItIsWrittenAgain() {
        String text = """
                import io.retort.migration.*;

                @Revision(id = "bbb", parent = "aaa")
                public class Rbbb_x implements Migration {
                    public void upgrade(Operations op) {
                        op.dropIndex("t", /* the old one */ "ix_old"); // last
                    }
                }
                """;

        assertThat(fixed(text, forms(text, "postgresql"))).isEqualTo("""
                import static io.retort.migration.Definitions.*;

                import io.retort.migration.*;

                @Revision(id = "bbb", parent = "aaa", transactional = false)
                public class Rbbb_x implements Migration {
                    public void upgrade(Operations op) {
                        /* the old one */
                        op.dropIndex("t", index("ix_old").concurrently()); // last
                    }
                }
                """);
    }

    @Test
    void anUpgradeThatIsNoListOfCallsIsRefused() {
        String text = """
                @Revision(id = "bbb", parent = "aaa")
                public class Rbbb_x implements Migration {
                    public void upgrade(Operations op) {
                        op.createIndex("t", index("ix_1", "n"));
                    }
                }
                """;
        SaferForms forms = forms(text, "postgresql");

        assertThatThrownBy(() -> fixed(text.replace("op.create", "for (int i = 0; i < 1; i++) op.create"), forms))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("its method upgrade is not a list of calls");
        assertThatThrownBy(() -> fixed(text.replace("\"n\"", "NAME"), forms))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("line 4 has other arguments than literals");
        assertThatThrownBy(() -> fixed(text.replace("ix_1", "ix_2"), forms))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(
                        "differs from its compiled class. Line 4 does not declare \"+ index ix_1 (n) on t\"");
    }
}
