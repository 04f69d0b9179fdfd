package io.retort.diff.author;

import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.custom.Trigger;
import io.retort.diff.custom.View;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationGroupsTests {

    @Test
    void whatIsAboutOneTableStandsTogetherAndACustomOperationMaySayWhichItIsAbout() {
        List<Operation> operations = Operations.collect(op -> {
            op.addColumn("invoice", column("paid", integer()));
            op.custom(new Trigger("invoice_paid", "invoice", "before update", "new.paid = 1;", true));
            op.custom(new View("paid_invoice", "select 1", true));
            op.addColumn("customer", column("name", integer()));
        });

        assertThat(OperationGroups.of(operations, Operation::describe))
                .containsExactly(
                        "+ column invoice.paid integer\n+ trigger invoice_paid on invoice",
                        "+ view paid_invoice",
                        "+ column customer.name integer");
    }
}
