package io.retort.diff.internal.interview;

import io.retort.dialect.conversion.Conversion;
import io.retort.dialect.conversion.Conversion.ConversionEffect;
import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.Conversion.LossVerb;
import io.retort.dialect.conversion.ConversionTable;
import io.retort.dialect.conversion.ValueType;
import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.internal.model.JavaColumn.Kind;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.operation.ColumnOperation.Alter;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Constraint.Check;
import io.retort.schema.SqlType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Handles type changes of columns. Asks about every conversion that is not known to preserve all values and their
 * meaning. The generated operations fail at the first value that cannot be converted, before anything is changed.
 */
final class TypeChanges {

    private static final int UUID_LENGTH = 36;
    private static final int UUID_BYTES = 16;

    private final ReviewContext inquiry;
    private final @Nullable JavaColumn moved;

    /**
     * @param inquiry the context of the questions
     */
    TypeChanges(ReviewContext inquiry) {
        this(inquiry, null);
    }

    /**
     * @param inquiry the context of the questions
     * @param moved the Java side of a column whose values are moved to another table after the change; null for any other
     */
    TypeChanges(ReviewContext inquiry, @Nullable JavaColumn moved) {
        this.inquiry = inquiry;
        this.moved = moved;
    }

    /** A type change with its conversions. */
    private record Change(Alter alter, Conversion there, Conversion back, Optional<CodedValues> coded) {

        String subject() {
            return alter.table() + "." + alter.after().name();
        }

        Change with(Conversion up, Conversion down) {
            return new Change(alter, up, down, coded);
        }
    }

    /**
     * Asks about a type change if values may be lost.
     *
     * @param alter the change of the column
     * @return the operations that replace the change; apart from checks, the last one is the type change, unless an
     *     answer keeps the type
     */
    public List<Operation> alter(Alter alter) {
        SqlType before = alter.before().type();
        SqlType after = alter.after().type();
        if (before.equals(after) || alter.using() != null || isComputed(alter)) {
            return List.of(alter);
        }
        Change change = change(alter);
        if (change.there().keepsAll() && change.coded().isEmpty()) {
            return written(change);
        }
        Count values = count(change, Loss.ANY_VALUE);
        Loss loss = change.there().loss();
        Count lost = loss == null || !loss.isCountable()
                ? Count.NONE
                : loss.isTotal() ? values : count(change, loss.condition());
        if (!isQuestion(change, values, lost)) {
            remark(change, values);
            return written(change);
        }
        return answered(change, inquiry.ask(question(change, values, lost)));
    }

    /** Whether every value can be stored in a column of the new type, and has the same meaning there. */
    boolean keepsAll(Alter alter) {
        Change change = change(alter);
        return change.there().keepsAll()
                && change.back().keepsAll()
                && change.coded().isEmpty();
    }

    private JavaColumn java(Alter alter) {
        return moved != null ? moved : inquiry.java(alter.table(), alter.after().name());
    }

    /** A generated column contains no values to convert. */
    private static boolean isComputed(Alter alter) {
        return alter.before().generation() instanceof Computed || alter.after().generation() instanceof Computed;
    }

    private Change change(Alter alter) {
        JavaColumn java = java(alter);
        Optional<CodedValues> coded = CodedValues.of(alter, java, held(alter), inquiry.dialect());
        Optional<CodedValues> codes = coded.or(() -> letters(alter, java));
        return new Change(alter, there(alter, java, coded), back(alter, java, codes), coded);
    }

    private Conversion there(Alter alter, JavaColumn java, Optional<CodedValues> coded) {
        return coded.map(values -> coded(
                        values.certain(),
                        values.expression(alter.before().type(), alter.after().type(), inquiry.dialect()),
                        values.others(alter.before().type(), inquiry.dialect())))
                .orElseGet(() ->
                        ofTruths(ofUuids(table(alter.before(), alter.after(), java), alter, java), alter, java));
    }

    /** A longer text column can hold anything, whatever the type of the attribute is from now on. */
    private Conversion ofUuids(Conversion found, Alter alter, JavaColumn java) {
        ConversionTable table = inquiry.dialect().conversions();
        SqlType before = alter.before().type();
        boolean text = java.kind() == Kind.UUID
                && uuid(table.valueType(before), before) == ValueType.UUID_TEXT
                && uuid(table.valueType(alter.after().type()), alter.after().type()) == ValueType.UUID_TEXT;
        if (!text || before.argumentOr(0) == UUID_LENGTH || found.verdict() != ConversionEffect.KEPT) {
            return found;
        }
        SqlType uuid = SqlType.of(SqlType.Kind.UUID);
        Loss others =
                table.between(before, ValueType.UUID_TEXT, uuid, ValueType.UUID).loss();
        return new Conversion(found.verdict(), found.expression(), others, found.why());
    }

    /** Of the texts that a column can hold, a boolean reads only those that its converter writes. */
    private Conversion ofTruths(Conversion found, Alter alter, JavaColumn java) {
        ConversionTable table = inquiry.dialect().conversions();
        boolean texts = java.isOfTexts()
                && isText(table.valueType(alter.before().type()))
                && isText(table.valueType(alter.after().type()));
        if (!texts || found.verdict() == ConversionEffect.REFUSED) {
            return found;
        }
        List<String> known =
                java.stored().values().stream().map(String::valueOf).toList();
        Loss others = new Loss(notIn(known), LossVerb.MEAN, "neither true nor false");
        boolean allKnown = count(alter, others.condition()).isNone();
        return allKnown
                ? new Conversion(found.verdict(), found.expression(), others, found.why())
                : new Conversion(
                        ConversionEffect.ASKED,
                        found.expression(),
                        others,
                        "entities read only " + String.join(" and ", known));
    }

    private Conversion back(Alter alter, JavaColumn java, Optional<CodedValues> coded) {
        return coded.map(values -> coded(
                        true,
                        values.back(alter.after().type(), alter.before().type(), inquiry.dialect()),
                        values.othersBack(alter.after().type(), inquiry.dialect())))
                .orElseGet(() -> table(alter.after(), alter.before(), java));
    }

    private static Conversion coded(boolean certain, String expression, String others) {
        return new Conversion(
                certain ? ConversionEffect.CONVERTED : ConversionEffect.ASKED,
                expression,
                new Loss(others, LossVerb.DO, "not match a constant"),
                "each constant");
    }

    private Conversion table(Column before, Column after, JavaColumn java) {
        ConversionTable table = inquiry.dialect().conversions();
        ValueType from = table.valueType(before.type());
        ValueType to = table.valueType(after.type());
        if (java.kind() == Kind.UUID) {
            from = uuid(from, before.type());
            to = uuid(to, after.type());
        }
        Conversion found = table.between(before.type(), from, after.type(), to);
        if (from == to || found.verdict() != ConversionEffect.KEPT) {
            return found;
        }
        // The database does not know which values an application's converter or a type such as Locale reads.
        if (java.converted()) {
            return new Conversion(ConversionEffect.ASKED, found.expression(), found.loss(), "an attribute converter");
        }
        return java.kind() == Kind.PARSED && !isText(from)
                ? new Conversion(
                        ConversionEffect.ASKED,
                        found.expression(),
                        found.loss(),
                        "entities read only texts of the form that " + java.type() + " has")
                : found;
    }

    private ValueType uuid(ValueType type, SqlType declared) {
        SqlType column = inquiry.dialect().conversions().reported(declared);
        boolean bytes = type == ValueType.BINARY || type == ValueType.BYTES;
        if (bytes && column.argumentOr(UUID_BYTES) == UUID_BYTES) {
            return ValueType.UUID_BYTES;
        }
        return isText(type) && column.argumentOr(UUID_LENGTH) >= UUID_LENGTH ? ValueType.UUID_TEXT : type;
    }

    private static boolean isText(ValueType type) {
        return type == ValueType.TEXT || type == ValueType.CHAR;
    }

    /** The texts that a check constraint of the live column allows. */
    private List<String> held(Alter alter) {
        return inquiry.live().table(alter.table()).stream()
                .flatMap(table -> table.constraintsOf(Check.class)
                        .map(check -> CheckedValues.of(check, table))
                        .filter(labels -> labels.column().equals(alter.after().name())))
                .findFirst()
                .map(CheckedValues::values)
                .orElse(List.of());
    }

    /**
     * A boolean encoding that is known from the rows only. Its meaning is a question, but the conversion back is
     * unambiguous.
     */
    private Optional<CodedValues> letters(Alter alter, JavaColumn java) {
        ValueType was = inquiry.dialect().conversions().valueType(alter.before().type());
        return java.kind() != Kind.BOOLEAN
                        || !isText(was)
                        || count(alter, Loss.ANY_VALUE).isNone()
                ? Optional.empty()
                : CodedValues.LETTERS.stream()
                        .filter(pair -> count(alter, notIn(pair)).isNone())
                        .findFirst()
                        .flatMap(pair -> CodedValues.of(alter, java, pair, inquiry.dialect()));
    }

    private String notIn(List<String> pair) {
        return pair.stream()
                .map(inquiry.dialect()::literal)
                .collect(Collectors.joining(", ", inquiry.dialect().caseSensitive("%s") + " not in (", ")"));
    }

    private Count count(Alter alter, String condition) {
        return inquiry.evidence().rows(alter.table(), alter.after().name(), condition);
    }

    private Count count(Change change, String condition) {
        return count(change.alter(), condition);
    }

    private static boolean isQuestion(Change change, Count values, Count lost) {
        if (change.there().needsZone()) {
            return true;
        }
        boolean asked = change.there().verdict() == ConversionEffect.ASKED
                || change.there().verdict() == ConversionEffect.REFUSED;
        return !values.isNone() && (asked || !lost.isNone());
    }

    private void remark(Change change, Count values) {
        Loss loss = change.there().loss();
        String what = "Column " + change.subject() + " becomes "
                + change.alter().after().type() + "; it was "
                + change.alter().before().type() + ". ";
        String which = loss == null || loss.isTotal() ? "" : " that " + loss.problem();
        if (change.there().verdict() == ConversionEffect.REFUSED || loss != null && loss.isTotal()) {
            inquiry.remark(
                    what + "The compared database has no values; in others, the upgrade fails if there are any.");
        } else if (loss != null) {
            inquiry.remark(what + "The compared database has " + values.of("value") + " and none" + which
                    + "; in others, the upgrade fails" + when(change.alter()) + " if there is one.");
        } else if (change.there().verdict() == ConversionEffect.ASKED) {
            inquiry.remark(
                    what + "The compared database has no values; in others, check that values keep their meaning ("
                            + change.there().why() + ").");
        }
        if (!change.coded().isEmpty() && !change.coded().get().certain()) {
            inquiry.remark(
                    "Stored numbers of " + change.subject() + " are mapped to the constants in their present order: "
                            + String.join(", ", change.coded().get().lines()) + ".");
        }
    }

    private List<Operation> answered(Change change, Answer answer) {
        return switch (answer.verb()) {
            case KEEP -> List.of(keeping(change.alter()));
            case CUT -> cut(change);
            case DROP -> discarded(change);
            case ZONE -> written(counted(inZone(change, answer)));
            case USING ->
                written(change.with(
                        new Conversion(
                                ConversionEffect.CONVERTED,
                                "(" + own(change, answer.value()) + ")",
                                null,
                                "as answered"),
                        change.back()));
            case MAP -> written(inOrder(change, answer));
            default -> written(change);
        };
    }

    private static Conversion emptied() {
        return new Conversion(ConversionEffect.CONVERTED, "null", null, "as answered");
    }

    /** The column allows nulls before its values are discarded. */
    private List<Operation> discarded(Change change) {
        Alter alter = change.alter();
        Column open = alter.before().withNullable(true);
        List<Operation> operations = new ArrayList<>();
        if (!alter.before().nullable()) {
            operations.add(new Alter(alter.table(), alter.before(), open));
        }
        Alter rest = new Alter(alter.table(), open, alter.after());
        operations.addAll(written(
                new Change(rest, change.there(), change.back(), change.coded()).with(emptied(), emptiedBack(change))));
        return operations;
    }

    /** Every row of a column that was required stops the downgrade, before anything is changed. */
    private static Conversion emptiedBack(Change change) {
        Conversion back = change.back();
        return change.alter().before().nullable()
                ? back
                : new Conversion(
                        back.verdict(), back.expression(), new Loss("1 = 1", LossVerb.ARE, "missing"), back.why());
    }

    private static String own(Change change, String expression) {
        return expression.replace("%s", change.alter().after().name());
    }

    private Change inZone(Change change, Answer answer) {
        String zone = answer.value();
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new RetortException(
                    answer.given(change.subject()).and(": this time zone does not exist."),
                    Advice.of("Give UTC, an offset such as +02:00, or a region such as Europe/Berlin."),
                    ExitStatus.USAGE);
        }
        return change.with(change.there().in(zone), change.back().in(zone));
    }

    /** Only with the zone is it known which values do not survive. */
    private Change counted(Change change) {
        Loss loss = change.there().loss();
        Count lost = loss == null || !loss.isCountable() ? Count.NONE : count(change, loss.condition());
        if (loss != null && !lost.isNone()) {
            inquiry.remark("Column " + change.subject() + " becomes "
                    + change.alter().after().type() + ". " + evidence(loss, count(change, Loss.ANY_VALUE), lost)
                    + " The upgrade fails" + when(change.alter()) + " while there are such values.");
        }
        return change;
    }

    /** When a check stops the upgrade. */
    private String when(Alter alter) {
        return moved != null || inquiry.guards().runFirst(alter.table())
                ? " before it changes anything"
                : " after it has moved the rows of the hierarchy";
    }

    private Change inOrder(Change change, Answer answer) {
        List<String> constants =
                Arrays.stream(answer.value().split("\\+")).map(String::strip).toList();
        CodedValues values = change.coded().orElseThrow().inOrder(constants);
        if (values.before().isEmpty()) {
            throw new RetortException(
                    answer.given(change.subject()).and(": the enum has none of these constants."),
                    Advice.of("Give the constants in the order in which their numbers were stored: "
                            + String.join("+", values.after().keySet()) + "."),
                    ExitStatus.USAGE);
        }
        JavaColumn java = java(change.alter());
        Optional<CodedValues> coded = Optional.of(values);
        return new Change(change.alter(), there(change.alter(), java, coded), back(change.alter(), java, coded), coded);
    }

    private List<Operation> cut(Change change) {
        Alter alter = change.alter();
        Loss loss = change.there().loss();
        List<Operation> operations = new ArrayList<>();
        if (loss != null && loss.cut() != null && !loss.cut().equals("%s")) {
            operations.add(inquiry.update(alter.table(), alter.after().name(), loss.cut(), loss.condition()));
        }
        Conversion there = change.there();
        operations.addAll(written(
                change.with(new Conversion(there.verdict(), there.expression(), null, there.why()), change.back())));
        return operations;
    }

    /** The check, the type change, and the check of the downgrade, which runs before the type is changed back. */
    private List<Operation> written(Change change) {
        Alter alter = change.alter();
        Loss lost = change.there().loss();
        Loss lostBack = change.back().loss();
        String column = alter.after().name();
        List<Operation> operations = new ArrayList<>();
        if (lost != null) {
            operations.add(inquiry.guards().up(alter.table(), column, lost.condition(), message(lost, alter.after())));
        }
        operations.add(new Alter(
                alter.table(),
                alter.before(),
                alter.after(),
                expression(change.there(), alter.after(), alter),
                expression(change.back(), alter.before(), alter)));
        if (lostBack != null) {
            operations.add(inquiry.guards()
                    .down(alter.table(), column, lostBack.condition(), message(lostBack, alter.before())));
        }
        return operations;
    }

    private static String message(Loss loss, Column to) {
        return "%s cannot become " + to.type() + ": some values " + loss.problem();
    }

    /**
     * Uses the names of the database. A column without a conversion contains no values at this point, which the check
     * ensures.
     */
    private @Nullable String expression(Conversion conversion, Column to, Alter alter) {
        String sql = conversion.verdict() == ConversionEffect.REFUSED ? "null" : conversion.expression();
        if (sql == null) {
            return null;
        }
        String typed = sql.equals("null") ? inquiry.dialect().nullOf(to.type()) : sql;
        return typed.replace("%s", inquiry.sql(alter.after().name()));
    }

    private static Alter keeping(Alter alter) {
        return new Alter(
                alter.table(),
                alter.before(),
                alter.after().withType(alter.before().type()));
    }

    private Question question(Change change, Count values, Count lost) {
        Conversion there = change.there();
        Loss loss = there.loss();
        boolean narrowed =
                there.verdict() == ConversionEffect.KEPT && change.coded().isEmpty();
        boolean zone = there.needsZone();
        List<String> sentences = new ArrayList<>();
        sentences.add("Column " + change.subject() + " becomes "
                + change.alter().after().type() + "; it was "
                + change.alter().before().type() + ". " + evidence(loss, values, lost));
        if (there.verdict() != ConversionEffect.KEPT && change.coded().isEmpty()) {
            sentences.add("The conversion: " + there.why() + ".");
        }
        if (loss != null && !loss.isCountable()) {
            sentences.add("It fails if there are values that " + loss.problem() + ".");
        }
        change.coded()
                .filter(coded -> !coded.certain())
                .ifPresent(coded -> sentences.add("The numbers are mapped to the constants in their present order: "
                        + String.join(", ", coded.lines()) + ". If the order was different when they were stored,"
                        + " give it."));
        return new Question(
                zone ? "zone" : narrowed ? "narrowed" : "converted",
                change.subject(),
                sentences,
                choices(change, zone),
                Optional.empty(),
                zone ? new Answer(Verb.ZONE, "UTC") : new Answer(Verb.ACCEPT, ""));
    }

    private static String evidence(@Nullable Loss loss, Count values, Count lost) {
        if (values.isNone()) {
            return "The compared database has no values.";
        }
        if (loss == null || !loss.isCountable() || lost.isNone()) {
            return values.of("value") + " " + values.verb("is", "are") + " converted.";
        }
        if (!lost.isKnown()) {
            return "Retort could not count how many of " + values.of("value") + " " + loss.problem() + ".";
        }
        String number = lost.more() ? "At least " + lost.number() : String.valueOf(lost.number());
        boolean isOne = lost.number() == 1 && !lost.more();
        return number + " of " + values.of("value") + " " + (isOne ? loss.problemOfOne() : loss.problem()) + ".";
    }

    private List<Choice> choices(Change change, boolean zone) {
        Conversion there = change.there();
        Loss loss = there.loss();
        List<Choice> choices = new ArrayList<>();
        if (zone) {
            choices.add(Choice.open(
                    "z", Verb.ZONE, "ZONE", "the local times are in this zone, such as UTC or Europe/Berlin"));
        }
        if (loss != null && loss.cut() != null && there.verdict() != ConversionEffect.REFUSED) {
            choices.add(Choice.of("c", Verb.CUT, loss.cutting() + "; the rest is lost" + downgrading(change)));
        }
        if (!change.coded().isEmpty() && !change.coded().get().certain()) {
            choices.add(Choice.open(
                    "m",
                    Verb.MAP,
                    String.join("+", change.coded().get().before().keySet()),
                    "the numbers are the ordinals of these constants in this order"));
        }
        if (there.verdict() != ConversionEffect.KEPT && !zone) {
            choices.add(Choice.open(
                    "u",
                    Verb.USING,
                    "EXPRESSION",
                    "convert them with your own SQL expression over the row" + downgrading(change)));
        }
        if (moved == null) {
            choices.add(Choice.of("k", Verb.KEEP, "keep the type for now; the next revision asks again"));
        }
        if (there.verdict() == ConversionEffect.REFUSED
                && change.alter().after().nullable()) {
            choices.add(Choice.of(
                    "d",
                    Verb.DROP,
                    "discard the values: the column is then empty"
                            + (change.alter().before().nullable()
                                    ? downgrading(change)
                                    : "; a downgrade fails if the table has rows, because the column was required")));
        }
        if (!zone) {
            choices.add(Choice.of("a", Verb.ACCEPT, accepting(change) + downgrading(change)));
        }
        return choices;
    }

    /** Returns what the downgrade does to the values, if it cannot convert all of them back. */
    private static String downgrading(Change change) {
        Conversion back = change.back();
        Loss loss = back.loss();
        if (back.verdict() == ConversionEffect.REFUSED || loss != null && loss.isTotal()) {
            return "; a downgrade fails if there is a value";
        }
        return loss == null || !change.coded().isEmpty()
                ? ""
                : "; a downgrade fails if there are values that " + loss.problem();
    }

    private String accepting(Change change) {
        Conversion there = change.there();
        String failing = "write the change: it fails" + when(change.alter()) + " if there ";
        if (there.verdict() == ConversionEffect.REFUSED) {
            return failing + "is a value";
        }
        return there.loss() == null
                ? "convert them; it fails if one cannot be converted"
                : failing + "are values that " + there.loss().problem();
    }
}
