package io.retort.fuzz.run;

import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.schema.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The defaults that new required columns keep for an older release. Hibernate's schema creation does not write them. */
final class TemporaryDefaults {

    /** A default, and PostgreSQL's cast after it. */
    private static final Pattern CLAUSE = Pattern.compile(
            "(?i) default ('(?:[^']|'')*'|[^\\s,]+)(::(character varying|double precision|time(?:stamp)?(?:\\(\\d+\\))? with(?:out)? time zone|[a-z]+)(\\(\\d+\\))?)?");

    /** SQLite lists a column as name, type, required or not, default, and two more numbers. */
    private static final Pattern LISTED_WITHOUT = Pattern.compile("(column .+ [01]) - (\\d+ \\d+)");

    private final List<String> columns;

    private TemporaryDefaults(List<String> columns) {
        this.columns = columns;
    }

    static TemporaryDefaults of(List<Operation> operations) {
        return new TemporaryDefaults(operations.stream()
                .flatMap(TemporaryDefaults::meant)
                .flatMap(operation ->
                        operation instanceof ColumnOperation.Add add ? Stream.of(add.column()) : Stream.of())
                .filter(column -> column.defaultValue() instanceof Default.Literal literal && literal.temporary())
                .map(column -> column.name().toLowerCase(Locale.ROOT).replace("\"", ""))
                .toList());
    }

    /** A statement written by hand declares the operations that it stands for. */
    private static Stream<Operation> meant(Operation operation) {
        return operation instanceof DataOperation.Execute execute && execute.means() != null
                ? execute.means().stream()
                : Stream.of(operation);
    }

    /** Removes the pairs of lines that differ only by such a default, which Hibernate's side does not have. */
    List<String> without(List<String> differences) {
        List<String> left = new ArrayList<>(differences);
        for (String more : differences) {
            if (more.startsWith("+ ") && isOfColumn(more)) {
                Optional<String> less = left.stream()
                        .filter(line -> line.startsWith("- "))
                        .filter(line -> hasNoDefault(line.substring(2), more.substring(2)))
                        .findFirst();
                less.ifPresent(line -> {
                    left.remove(line);
                    left.remove(more);
                });
            }
        }
        return left;
    }

    private boolean isOfColumn(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        return columns.stream().anyMatch(text::contains);
    }

    /** Whether the first line is the second without its default. */
    private static boolean hasNoDefault(String less, String more) {
        Matcher listed = LISTED_WITHOUT.matcher(less);
        return listed.matches()
                ? more.startsWith(listed.group(1) + " ") && more.endsWith(" " + listed.group(2))
                : less.equals(CLAUSE.matcher(more).replaceFirst(""));
    }
}
