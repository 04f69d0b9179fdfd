package io.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check of rows that stops an upgrade comes before everything that the upgrade changes. */
class RowChecksTests {

    private static final QualifiedName ITEM = QualifiedName.parse("item");
    private static final Column CODE = new Column("code", SqlType.varchar(20));
    private static final Operation CHANGE = new ColumnOperation.Add(ITEM, CODE);
    private static final Operation BEFORE =
            new TableOperation.Create(Table.of(QualifiedName.parse("former"), List.of(CODE)));
    private static final Operation AFTER =
            new TableOperation.Create(Table.of(QualifiedName.parse("later"), List.of(CODE)));

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mysql", "mariadb", "sqlite", "hsqldb"})
    void checksStayOutsideOfAddedOperations(String product) {
        Dialect dialect = Dialects.named(product);
        Operation up = check(dialect, false);
        Operation down = check(dialect, true);
        RowChecks checks = new RowChecks(List.of(up, CHANGE, down), dialect);

        assertThat(checks.around(List.of(BEFORE, up, CHANGE, down, AFTER)))
                .containsExactly(up, BEFORE, CHANGE, AFTER, down);
    }

    private static Operation check(Dialect dialect, boolean back) {
        String sql = dialect.failIfAny(ITEM, "code is null", "item.code: some values are missing");
        return new Execute(back ? Execute.NOTHING : sql, back ? sql : Execute.NOTHING);
    }
}
