package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.dialect.conversion.Conversion.ConversionEffect;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.dialect.conversion.ValueType;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code docs/conversions.md} matches the tables of the dialects. {@code -Dgolden.write} rewrites it. */
class ConversionsPageTests {

    private static final Path PAGE = Path.of("../../docs/conversions.md");
    private static final List<String> PRODUCTS =
            List.of("postgresql", "mariadb", "mysql", "h2", "hsqldb", "sqlite", "sqlserver");
    private static final Set<ValueType> UNSIZED = Set.of(
            ValueType.BOOLEAN,
            ValueType.TINYINT,
            ValueType.SMALLINT,
            ValueType.INTEGER,
            ValueType.BIGINT,
            ValueType.REAL,
            ValueType.DOUBLE,
            ValueType.DATE,
            ValueType.UUID);
    private static final String INTRODUCTION = """
            # Conversions

            This page shows what happens to existing rows when the type of a column changes. A pair of types that is not in the table is
            refused, because no conversion is known that preserves the meaning of a value. `migrate:revision` then asks a question. You
            can keep the type, give up the values, or give your own SQL expression (`-Dusing`).

            - **kept**: the database preserves every value and its meaning. Retort asks nothing.
            - **kept if it fits**: the same, except for values that the new type cannot hold. The database counts them. If there are
              any, a question states their number. If there are none, the revision still checks [before it changes anything](autogenerate.md#questions).
            - **converted**: the revision contains an expression that preserves every value and its meaning. Values that it cannot
              convert are counted and asked about in the same way.
            - **asked**: the values can be converted, but only you know whether they mean the same afterwards.

            Local times become instants with `-Dzone`. The zone skips some local times, and has others twice, such as an hour in autumn.
            The upgrade counts both, and fails if there are any: correct these rows first.

            An entry holds in both directions only if both are listed. The downgrade checks its own values before it runs.
            `ConversionMatrixTests` runs every ordered pair of types on each product, with rows at the edges of the types. What is not
            asked about must preserve every value in both directions. What is accepted must do so or fail with nothing changed. SQL
            Server is compared as text only.

            The Java type of an attribute takes precedence. Enum constants, boolean values and UUIDs are converted by their meaning,
            whatever the types of the columns.

            | attribute | from | to | what happens |
            |---|---|---|---|
            | enum | ordinal | names, enum column, enum type | asked: `0 is NEW, 1 is OPEN`; `-Dmap=item.state=OPEN+NEW` gives another order |
            | enum | names, enum column, enum type | ordinal | converted by name |
            | boolean | boolean | `Y` and `N`, `T` and `F`, `1` and `0` of a converter | converted |
            | boolean | letters that a check constraint allows | boolean, numbers | converted |
            | UUID | 36 characters | uuid, 16 bytes | converted |
            | UUID | uuid, 16 bytes | 36 characters | converted |
            | with your own attribute converter | any | another type | asked |

            """;

    @Test
    void thePageMatchesTheTables() throws IOException {
        String page = page();
        if (System.getProperty("golden.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/conversions.md is outdated: run this test with -Dgolden.write")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("| from | to | ").append(String.join(" | ", PRODUCTS)).append(" | reason |\n|---|---|");
        page.append("---|".repeat(PRODUCTS.size() + 1)).append('\n');
        for (ValueType from : ValueType.values()) {
            for (ValueType to : ValueType.values()) {
                row(from, to).ifPresent(row -> page.append(row).append('\n'));
            }
        }
        return page.toString();
    }

    private static Optional<String> row(ValueType from, ValueType to) {
        List<String> cells = new ArrayList<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String product : PRODUCTS) {
            Dialect dialect = Dialects.named(product);
            Optional<ConversionEntry> entry = dialect.conversions().entry(from, to);
            cells.add(entry.map(ConversionsPageTests::cell).orElse("refused"));
            entry.ifPresent(found -> reasons.putIfAbsent(found.why(), product));
        }
        return cells.stream().allMatch("refused"::equals)
                ? Optional.empty()
                : Optional.of("| " + from + " | " + to + " | " + String.join(" | ", cells) + " | "
                        + String.join("; ", reasons.keySet()) + " |");
    }

    private static String cell(ConversionEntry entry) {
        return entry.verdict() == ConversionEffect.KEPT && loses(entry)
                ? "kept if it fits"
                : entry.verdict().name().toLowerCase(Locale.ROOT);
    }

    /**
     * For types with a length or digits, a shorter type always exists; for other types the entry determines whether
     * values are lost.
     */
    private static boolean loses(ConversionEntry entry) {
        if (UNSIZED.contains(entry.from()) && UNSIZED.contains(entry.to())) {
            SqlType before = SqlType.of(Kind.valueOf(entry.from().name()));
            SqlType after = SqlType.of(Kind.valueOf(entry.to().name()));
            return entry.losses().of(before, after) != null;
        }
        return entry.losses() != ConversionEntry.Losses.NONE;
    }
}
