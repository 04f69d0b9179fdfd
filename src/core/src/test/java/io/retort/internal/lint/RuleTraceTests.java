package io.retort.internal.lint;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.internal.lint.RuleCases.Case;
import io.retort.internal.lint.rule.Effect;
import io.retort.internal.lint.rule.Effect.Blocking;
import io.retort.internal.lint.rule.Effect.Work;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.Rule;
import io.retort.internal.lint.rule.Rule.Hazard;
import io.retort.internal.lint.rule.Violation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.operation.golden.Sample;
import io.retort.operation.golden.Samples;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;

/** Compares what the rules claim with what each server does: locks, read rows, rewritten tables, refused algorithms. */
@Tag("long")
class RuleTraceTests {

    private static final int ROWS = 10_000;

    /** PostgreSQL counts the rows that a statement reads, so a few show whether it reads all of them. */
    private static final int COUNTED_ROWS = 500;

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL})
    void everyRuleClaimsWhatTheServerDoes(TestDb db) throws SQLException {
        Claims claims = Claims.on(db);
        List<String> wrong = new ArrayList<>();
        Set<String> traced = new TreeSet<>();
        for (Case each : RuleCases.all()) {
            if (each.products().contains(claims.dialect().name()) && isPossible(each, claims)) {
                clear(db);
                compare(db, claims, each, wrong);
                traced.addAll(each.rules());
            }
        }
        assertThat(wrong)
                .as("claims that differ from %s %s", claims.dialect().productName(), claims.version())
                .isEmpty();
        assertThat(traced).as("rules about locks with a case").containsAll(rulesWithEffects(claims));
    }

    private static int rows(Claims claims) {
        return claims.dialect().name().equals("postgresql") ? COUNTED_ROWS : ROWS;
    }

    /** Faster than a new database for each case. */
    private static void clear(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            String name = connection.getCatalog();
            if (db.database().product().equals("postgresql")) {
                db.execute("drop schema public cascade", "create schema public");
            } else {
                db.execute("drop database " + name, "create database " + name + " character set utf8mb4");
            }
        }
    }

    /** MySQL 8.0.15 ignores check constraints. */
    private static boolean isPossible(Case each, Claims claims) {
        return !each.rules().contains("check-blocks") || !isWithoutChecks(claims);
    }

    private static boolean isWithoutChecks(Claims claims) {
        return claims.dialect().name().equals("mysql") && !claims.version().isAtLeast(8, 0, 16);
    }

    private static Set<String> rulesWithEffects(Claims claims) {
        Set<String> ids = LintRules.of(claims.dialect()).rules().stream()
                .filter(rule -> rule.hazard() == Hazard.LOCK)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        // no-key-index is about later deletes; a key of a new column is traced by the samples
        ids.removeAll(Set.of("no-key-index", "add-column-key"));
        // these need a newer or older version than the servers of this test
        if (claims.dialect().name().equals("mysql")) {
            ids.removeAll(Set.of("add-volatile-default", "cascade-blocks-copy", "check-blocks"));
        }
        if (claims.dialect().name().equals("mariadb")) {
            ids.remove("identity-drop");
        }
        return ids;
    }

    private static void compare(TestDb db, Claims claims, Case each, List<String> wrong) throws SQLException {
        List<Violation> violations = claims.of(each.before(), each.operation());
        Set<String> ids = violations.stream()
                .filter(violation -> !violation.effect().equals(Effect.NONE))
                .map(violation -> violation.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!ids.equals(each.rules())) {
            wrong.add(each + ": the rules find " + ids + " instead of " + each.rules());
        }
        create(db, claims, each.before(), rows(claims));
        Map<String, Effect> effects;
        try {
            effects = ServerTrace.on(db).of(db, claims.statements(each.operation()));
        } catch (SQLException e) {
            wrong.add(each + ": " + e.getMessage());
            return;
        }
        wrong.addAll(differences(each.toString(), violations, effects, claims));
    }

    /** Every outage has a finding, and every claim is what the server does. */
    static List<String> differences(
            String change, List<Violation> violations, Map<String, Effect> effects, Claims claims) {
        List<String> wrong = new ArrayList<>();
        effects.forEach((table, effect) -> {
            Effect claimed = claimed(violations, table);
            if (effect.isOutage() && claimed.blocking() == Blocking.NOTHING) {
                wrong.add(change + ": the server " + effect + " on " + table + ", and no rule says so");
            }
            if (!claimed.equals(Effect.NONE) && !isSame(claimed, effect, claims)) {
                wrong.add(change + ": claimed " + claimed + " on " + table + ", the server " + effect);
            }
        });
        return wrong;
    }

    private static Effect claimed(List<Violation> violations, String table) {
        Effect worst = Effect.NONE;
        for (Violation violation : violations) {
            if (violation.table() != null && violation.table().name().equals(table)) {
                Map<String, Effect> both = ServerTrace.worst(Map.of(table, worst), Map.of(table, violation.effect()));
                worst = both.getOrDefault(table, worst);
            }
        }
        return worst;
    }

    /** MySQL does not tell whether it rebuilds the table or builds an index in place. */
    private static boolean isSame(Effect claimed, Effect effect, Claims claims) {
        if (claims.dialect().name().equals("postgresql")) {
            return claimed.equals(effect);
        }
        return claimed.blocking() == effect.blocking()
                && (claimed.work() == Work.CATALOG) == (effect.work() == Work.CATALOG);
    }

    static void create(TestDb db, Claims claims, List<Operation> before, int rows) throws SQLException {
        try (Connection connection = db.connect();
                java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            for (Operation operation : before) {
                for (Statement statement : claims.statements(operation)) {
                    jdbc.execute(((Statement.Sql) statement).text());
                }
                fill(jdbc, claims, operation, rows);
            }
        }
    }

    /** Rows are inserted when the table is new, so that later constraints are checked. */
    private static void fill(java.sql.Statement jdbc, Claims claims, Operation operation, int rows)
            throws SQLException {
        if (rows > 0 && operation instanceof TableOperation.Create create) {
            jdbc.execute(new RowFill(claims.dialect()).insert(create.table(), rows));
        }
    }

    /** Every operation that the golden files contain, on tables with rows. */
    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL})
    void noSampleBlocksWithoutAFinding(TestDb db) throws SQLException {
        Claims claims = Claims.on(db);
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        int found = 0;
        for (Sample sample : Samples.all()) {
            if (sample.name().endsWith("check") && isWithoutChecks(claims)) {
                continue;
            }
            try {
                clear(db);
                List<Violation> violations = claims.of(sample.before(), sample.operation());
                create(db, claims, sample.before(), rows(claims));
                Map<String, Effect> effects = isTransactional(sample, claims) ? trace(db, claims, sample) : Map.of();
                wrong.addAll(differences(sample.name(), violations, effects, claims));
                ran++;
                found += violations.isEmpty() ? 0 : 1;
            } catch (RetortException | SQLException | IllegalArgumentException refused) {
                if (!(refused instanceof RetortException)
                        && !sample.unlike().contains(claims.dialect().name())) {
                    wrong.add(sample.name() + ": " + refused.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ran).as("samples that ran").isGreaterThan(40);
        assertThat(found).as("samples with a finding").isGreaterThan(15);
    }

    private static boolean isTransactional(Sample sample, Claims claims) {
        return claims.statements(sample.operation()).stream()
                .allMatch(statement -> statement instanceof Statement.Sql && statement.transactional());
    }

    private static Map<String, Effect> trace(TestDb db, Claims claims, Sample sample) throws SQLException {
        return ServerTrace.on(db).of(db, claims.statements(sample.operation()));
    }
}
