package io.retort.internal.execute;

import static io.retort.internal.execute.Fleet.revision;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RunReport;
import io.retort.error.RetortException;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/** An idle lock holder: a waiting instance reports it, and the advised statement terminates the holder's session. */
class IdleHolderTests {

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    /** Not on HSQLDB: by default, the waiting instance blocks in its first query until the other transaction ends. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void isNamedWithTheStatementThatEndsIt(TestDb db) throws Exception {
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode first = revision("a1", "", op -> op.execute("create table account (id integer)"));
        RevisionCode thinking = revision("b2", "a1", op -> {
            op.execute("insert into account values (1)");
            op.work("think", gate.code());
        });
        Future<RunReport> holder =
                fleet.start(() -> Retort.on(fleet.pool(db, 2), List.of(() -> List.of(first, thinking)))
                        .upgrade("head"));
        gate.awaitReached();

        RetortException refused = catchThrowableOfType(
                RetortException.class,
                () -> Retort.on(fleet.pool(db, 2), List.of(() -> List.of(first, thinking)))
                        .with(RetortOptions.STANDARD.withLockTimeout(Duration.ofMillis(1500)))
                        .upgrade("head"));

        assertThat(refused.what()).containsPattern("idle for \\d+ s");
        Matcher statement = Pattern.compile("end it \\((.*?)\\) or its process").matcher(refused.action());
        assertThat(statement.find()).as(refused.action()).isTrue();
        db.execute(statement.group(1));
        gate.open();
        assertThatThrownBy(holder::get).hasCauseInstanceOf(RetortException.class);
        RevisionCode quick = revision("b2", "a1", op -> {
            op.execute("insert into account values (1)");
            op.work("think", connection -> {});
        });
        assertThat(Retort.on(fleet.pool(db, 2), List.of(() -> List.of(first, quick)))
                        .with(RetortOptions.STANDARD.withLockTimeout(Duration.ofSeconds(20)))
                        .upgrade("head")
                        .after())
                .containsExactly("b2");
    }
}
