package io.retort.internal.journal;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.enumType;
import static io.retort.migration.Definitions.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the journal watches to find out whether a statement took effect. */
class AffectedObjectsTests {

    private static final Dialect MARIADB = Dialects.named("mariadb");

    @Test
    void ofOtherSqlOnlyTheDeclaredTablesAreWatched() {
        assertThat(tables("call split()", means -> {
                    means.addColumn("user", column("fax", bigint()));
                    means.renameTable("bill", "invoice");
                    means.createIndex("user", index("ix_fax", "fax"));
                }))
                .containsExactly("user", "bill", "invoice");
    }

    @Test
    void theStatementCountsIfItNamesItsTable() {
        assertThat(tables("alter table bill add fax int", means -> means.addColumn("user", column("fax", bigint()))))
                .containsExactly("bill");
    }

    @Test
    void withoutADeclarationEverythingIsWatched() {
        assertThat(tables("call split()", null)).isEmpty();
        assertThat(tables("call split()", means -> {})).isEmpty();
        assertThat(tables("call split()", means -> {
                    means.dropTable("user");
                    means.createEnum(enumType("mood", "SAD"));
                }))
                .isEmpty();
    }

    private static List<String> tables(String sql, Consumer<Operations> means) {
        Operation operation = Operations.collect(op -> {
                    if (means == null) {
                        op.execute(sql);
                    } else {
                        op.execute(sql, means);
                    }
                })
                .get(0);
        Statement.Sql statement = (Statement.Sql) operation.sql(MARIADB.ddl()).get(0);
        return AffectedObjects.by(operation, statement, MARIADB).tables().stream()
                .map(QualifiedName::toString)
                .toList();
    }
}
