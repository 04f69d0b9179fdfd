package io.retort.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.error.RetortException;
import io.retort.migration.Operations;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure that concerns the file of a revision has the file and the line as data, so that an editor can open it. */
class FailurePlacesTests {

    private static final String FILE = "db/revisions/3f2a_add_email.sql";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --message: x/-- upgrade/-- downgrade                                               | 1
            -- message: x/-- revison: 3f2a                                                     | 2
            -- message: x/-- revision: 3f2a/-- revision: 3f2a                                  | 3
            -- revision: 3f2a/-- message: x/-- parent: a1,/-- upgrade                          | 3
            -- revision: 3f2a/-- transactional: maybe                                          | 2
            -- revision: 3f2a//-- phase: later                                                 | 3
            -- revision: 3f2a//-- created: yesterday                                           | 3
            -- message: x/-- revision: 3f2a/-- adopts: flyway                                  | 3
            -- message: x/-- revision: 3f2a/-- parent: a1/-- adopts: schema                    | 4
            -- message: x/-- revision: 3f2a/-- replaces: a1(                                   | 3
            -- message: x/-- revision: 1111                                                    | 2
            -- revision: 3f2a/-- upgrade/select 1;/-- upgrade/-- downgrade                     | 4
            -- revision: 3f2a/-- upgrade/select 1;                                             | 3
            -- revision: 3f2a/select 1;/-- upgrade/-- downgrade                                | 2
            -- revision: 3f2a/-- upgrade/select 1;/-- means: nonsense/-- downgrade             | 4
            -- revision: 3f2a/-- upgrade//-- means: dropTable("t")/-- downgrade                | 4
            -- revision: 3f2a/-- upgrade/select 1;/-- downgrade/select 1;/-- means: dropTable("t")  | 6
            -- revision: 3f2a/-- upgrade/-- allow: x/drop table t;/-- downgrade                | 3
            -- revision: 3f2a/-- upgrade/-- backfill/drop table t;/-- downgrade                | 3
            -- revision: 3f2a/-- upgrade/select 1;/select '${a}';/-- downgrade                 | 4
            -- revision: 3f2a/-- upgrade/-- means: x/select '${ok}';/-- downgrade              | 3
            -- revision: 3f2a/-- upgrade/select 1;/select 'open;/-- downgrade                  | 4
            """)
    void theLineIsKnown(String lines, int line) {
        RetortException failure = catchThrowableOfType(
                RetortException.class, () -> read(lines.replace('/', '\n').replace("t\")", "t\");") + "\n"));

        assertThat(failure.location().file()).as("%s", failure).isEqualTo(FILE);
        assertThat(failure.location().line()).as("%s", failure).isEqualTo(line);
    }

    @Test
    void bytesThatAreNoTextHaveTheirLine() {
        byte[] content = "-- revision: 3f2a\n-- message: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1);

        RetortException failure =
                catchThrowableOfType(RetortException.class, () -> SqlRevisions.parse(content, FILE, Map.of()));

        assertThat(failure.location().line()).isEqualTo(2);
    }

    @Test
    void severalDefectsOfAHistoryHaveThePlaceOfTheFirst() {
        List<RevisionInfo> revisions = Stream.of("3f2a", "4f2a")
                .map(id -> SqlRevisions.parse(
                                "-- revision: " + id + "\n-- parent: missing" + id + "\n",
                                FILE.replace("3f2a", id),
                                Map.of())
                        .info())
                .toList();

        RetortException failure = catchThrowableOfType(RetortException.class, () -> RevisionGraph.of(revisions));

        assertThat(failure.location().revision()).isEqualTo("3f2a");
        assertThat(failure.location().file()).isEqualTo(FILE);
        assertThat(failure.what()).contains("2 defects", FILE, FILE.replace("3f2a", "4f2a"));
    }

    private static void read(String text) {
        var migration =
                SqlRevisions.parse(text, FILE, Map.of("ok", "x")).migration().get();
        Operations.collect(migration::upgrade);
        Operations.collect(migration::downgrade);
    }
}
