package io.retort.diff;

import io.retort.diff.compare.Schemas;
import io.retort.schema.EnumType;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which tables, sequences and types are looked at, by their names. What is not looked at is as good as not there, on both
 * sides: neither proposed nor listed.
 *
 * @param include patterns of which one must fit; none to look at everything
 * @param exclude patterns of which none may fit. In both, {@code *} stands for any letters, case does not count, and a
 *     pattern with a dot is about schema and name, or about a table and an object in it: {@code customer.ix_*}
 */
public record TableFilter(List<String> include, List<String> exclude) implements Predicate<QualifiedName> {

    /** Everything. */
    public static final TableFilter NONE = new TableFilter(List.of(), List.of());

    public TableFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    @Override
    public boolean test(QualifiedName name) {
        boolean included = include.isEmpty() || include.stream().anyMatch(pattern -> fits(pattern, name));
        return included && exclude.stream().noneMatch(pattern -> fits(pattern, name));
    }

    Schemas of(Schemas schemas) {
        return include.isEmpty() && exclude.isEmpty()
                ? schemas
                : new Schemas(
                        of(schemas.live()),
                        of(schemas.wanted()),
                        of(schemas.declared()),
                        schemas.ours().excluding(this::excludesInside),
                        schemas.leaning());
    }

    /** Whether a pattern excludes an object of a table that is looked at. */
    private boolean excludesInside(QualifiedName table, String object) {
        String text = Identifier.parse(object).text();
        String owner = Identifier.parse(table.name()).text();
        return exclude.stream()
                .filter(pattern -> pattern.indexOf('.') >= 0)
                .anyMatch(pattern -> fits(pattern, owner + "." + text)
                        || table.schema() != null
                                && fits(
                                        pattern,
                                        Identifier.parse(table.schema()).text() + "." + owner + "." + text));
    }

    private Snapshot of(Snapshot snapshot) {
        List<Table> tables =
                snapshot.tables().stream().filter(table -> test(table.name())).toList();
        List<Sequence> sequences = snapshot.sequences().stream()
                .filter(sequence -> test(sequence.name()))
                .toList();
        List<EnumType> types =
                snapshot.enumTypes().stream().filter(type -> test(type.name())).toList();
        return new Snapshot(tables, sequences, types);
    }

    private static boolean fits(String pattern, QualifiedName name) {
        boolean qualified = pattern.indexOf('.') >= 0;
        String schema = name.schema();
        String text = Identifier.parse(name.name()).text();
        String whole = qualified && schema != null ? Identifier.parse(schema).text() + "." + text : text;
        return fits(pattern, whole);
    }

    private static boolean fits(String pattern, String whole) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(pattern.strip() + " ")
                .map(Pattern::quote)
                .reduce((left, right) -> left + ".*" + right)
                .orElse("");
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                .matcher(whole + " ")
                .matches();
    }
}
