package io.retort.diff.internal.interview;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Identifier;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Handles new tables that take over columns of an existing table under the same key: the table of a subclass, or a
 * secondary table. Rows are copied, or the question points out that their values are lost.
 */
final class TableSplit {

    private static final String DISCRIMINATOR = "dtype";
    private static final String EXPRESSION = "sql:";

    private final ReviewContext inquiry;
    private final Map<String, String> entities;

    /**
     * Creates the handling.
     *
     * @param inquiry the context of the questions
     * @param entities the names of entities, by table
     */
    public TableSplit(ReviewContext inquiry, Map<String, String> entities) {
        this.inquiry = inquiry;
        this.entities = entities;
    }

    /**
     * Asks whether to copy rows into a new table.
     *
     * @param create the creation of the table
     * @param all all operations
     * @return the creation, followed by the copy if that is the answer
     */
    public List<Operation> create(TableOperation.Create create, List<Operation> all) {
        return source(create.table(), all).map(source -> split(create, source)).orElse(List.of(create));
    }

    /**
     * The table that contained the values until now.
     *
     * @param table the table
     * @param key the foreign key from the new table to it
     * @param columns the columns that move, which have the same name in both tables
     */
    private record Source(Table table, ForeignKey key, List<String> columns) {}

    private Optional<Source> source(Table created, List<Operation> all) {
        List<String> primary = created.primaryKey().map(key -> key.columns()).orElse(List.of());
        return keys(created, all).stream()
                .filter(key -> !primary.isEmpty() && key.columns().equals(primary))
                .flatMap(key -> inquiry.live().table(key.referencedTable()).stream()
                        .map(table -> new Source(table, key, moved(created, table, all))))
                .filter(source -> !source.columns().isEmpty()
                        || discriminator(source.table()).isPresent())
                .findFirst();
    }

    private static List<ForeignKey> keys(Table created, List<Operation> all) {
        List<ForeignKey> keys =
                new ArrayList<>(created.constraintsOf(ForeignKey.class).toList());
        all.stream()
                .filter(ConstraintOperation.Add.class::isInstance)
                .map(ConstraintOperation.Add.class::cast)
                .filter(add -> add.table().equals(created.name()) && add.constraint() instanceof ForeignKey)
                .forEach(add -> keys.add((ForeignKey) add.constraint()));
        return keys;
    }

    private static List<String> moved(Table created, Table live, List<Operation> all) {
        return all.stream()
                .filter(ColumnOperation.Drop.class::isInstance)
                .map(ColumnOperation.Drop.class::cast)
                .filter(drop -> drop.table().equals(live.name()))
                .map(ColumnOperation.Drop::name)
                .filter(name -> created.column(name).isPresent())
                .toList();
    }

    private static Optional<Column> discriminator(Table table) {
        return table.columns().stream()
                .filter(column -> Identifier.parse(column.name()).text().equalsIgnoreCase(DISCRIMINATOR))
                .findFirst();
    }

    private List<Operation> split(TableOperation.Create create, Source source) {
        Optional<String> condition = condition(create.table(), source);
        Count rows = inquiry.evidence().rows(source.table().name());
        Answer answer = inquiry.ask(question(create.table(), source, condition, rows));
        if (answer.verb() == Verb.ACCEPT) {
            return List.of(create);
        }
        String chosen = answer.value().startsWith(EXPRESSION)
                ? answer.value().substring(EXPRESSION.length()).strip()
                : answer.value();
        return List.of(create, move(create.table(), source, chosen));
    }

    /** Rows can be copied if no other column needs a value. */
    private static boolean canBeFilled(Table created, Source source) {
        return created.columns().stream()
                .filter(column -> !source.columns().contains(column.name()))
                .filter(column -> !source.key().columns().contains(column.name()))
                .allMatch(column -> column.nullable() || column.defaultValue() != null || column.generation() != null);
    }

    private Optional<String> condition(Table created, Source source) {
        if (!canBeFilled(created, source)) {
            return Optional.empty();
        }
        String entity = entities.get(created.name().toString());
        if (entity != null && discriminator(source.table()).isPresent()) {
            return discriminator(source.table())
                    .map(column -> inquiry.sql(column.name()) + " = "
                            + inquiry.dialect().literal(entity));
        }
        return source.columns().isEmpty()
                ? Optional.empty()
                : Optional.of(source.columns().stream()
                        .map(column -> inquiry.sql(column) + " is not null")
                        .collect(Collectors.joining(" or ")));
    }

    private Operation move(Table created, Source source, String condition) {
        String columns = source.columns().stream()
                .map(column -> ", " + inquiry.sql(column))
                .collect(Collectors.joining());
        String into = names(source.key().columns()) + columns;
        String from = names(source.key().referencedColumns()) + columns;
        return new DataOperation.Execute(
                "insert into " + inquiry.sql(created.name()) + " (" + into + ") select " + from + " from "
                        + inquiry.sql(source.table().name()) + " where " + condition,
                moveBack(created, source));
    }

    /** When this statement runs, the columns exist again and the new table still exists. */
    private String moveBack(Table created, Source source) {
        List<String> values = new ArrayList<>();
        for (String column : source.columns()) {
            String name = inquiry.sql(column);
            values.add(name + " = (select s." + name + " from " + inquiry.sql(created.name()) + " s where "
                    + same(source) + ")");
        }
        String entity = entities.get(created.name().toString());
        if (entity != null) {
            discriminator(source.table())
                    .ifPresent(column -> values.add(inquiry.sql(column.name()) + " = "
                            + inquiry.dialect().literal(entity)));
        }
        return values.isEmpty()
                ? DataOperation.Execute.NOTHING
                : "update " + inquiry.sql(source.table().name()) + " set " + String.join(", ", values) + " where "
                        + exists(created, source);
    }

    private String exists(Table created, Source source) {
        return "exists (select 1 from " + inquiry.sql(created.name()) + " s where " + same(source) + ")";
    }

    private String same(Source source) {
        String table = inquiry.sql(source.table().name());
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < source.key().columns().size(); i++) {
            conditions.add("s." + inquiry.sql(source.key().columns().get(i)) + " = " + table + "."
                    + inquiry.sql(source.key().referencedColumns().get(i)));
        }
        return String.join(" and ", conditions);
    }

    private String names(List<String> columns) {
        return columns.stream().map(inquiry::sql).collect(Collectors.joining(", "));
    }

    private Question question(Table created, Source source, Optional<String> condition, Count rows) {
        String from = source.table().name().toString();
        List<Choice> choices = new ArrayList<>();
        condition.ifPresent(rule -> choices.add(new Choice(
                "m", Verb.FILL, EXPRESSION + rule, "copy the rows of " + from + " where " + rule, "", true)));
        if (canBeFilled(created, source)) {
            choices.add(Choice.open(
                    "x",
                    Verb.FILL,
                    EXPRESSION + "CONDITION",
                    "copy the rows of " + from + " that match another condition"));
        }
        choices.add(
                Choice.of("a", Verb.ACCEPT, "leave " + created.name() + " empty: the values of the columns are lost"));
        String columns = source.columns().isEmpty() ? "" : " and its columns " + String.join(", ", source.columns());
        return new Question(
                "rows-move",
                created.name().toString(),
                List.of("Table " + created.name() + " is new, has the key of " + from + columns + "; " + from + " has "
                        + rows.of("row") + "."),
                choices,
                condition.map(rule -> "m"),
                condition.map(rule -> new Answer(Verb.FILL, EXPRESSION + rule)).orElse(new Answer(Verb.ACCEPT, "")));
    }
}
