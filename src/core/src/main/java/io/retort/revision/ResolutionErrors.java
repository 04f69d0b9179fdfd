package io.retort.revision;

import static java.util.stream.Collectors.joining;

import io.retort.error.Advice;
import io.retort.internal.text.NameSuggestions;
import io.retort.revision.RevisionException.Reason;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Creates the exceptions for targets that cannot be resolved. Each message starts with what was requested. */
final class ResolutionErrors {

    private static final Advice SEE_HISTORY =
            Advice.of("Run `", Advice.command("history"), "` to see which revisions there are.");
    private static final Advice WRITE_IT_OUT = Advice.of("Write more of the id.");

    private final RevisionNumbering numbers;
    private final String verb;

    /**
     * @param verb the request, as it follows "Cannot" in the message: {@code upgrade to}
     */
    ResolutionErrors(RevisionNumbering numbers, String verb) {
        this.numbers = numbers;
        this.verb = verb;
    }

    private RevisionException refusal(
            Reason reason, Target target, String why, Advice advice, List<String> candidates) {
        return new RevisionException(
                reason, "Cannot " + verb + " \"" + target.text() + "\": " + why + ".", advice, candidates);
    }

    RevisionException outOfRange(Target target, String why) {
        return refusal(Reason.RELATIVE_OUT_OF_RANGE, target, why, SEE_HISTORY, List.of());
    }

    RevisionException severalHeads(Target target, BitSet heads) {
        String where = target.branch() == null ? "the history has " : "the line of " + target.branch() + " has ";
        Advice cure = Advice.of(
                "Merge them: `",
                Advice.command("merge", Advice.option("message", "...")),
                "`. Or name one: `",
                Advice.target(numbers.at(heads.nextSetBit(0)).id()),
                "`.");
        return refusal(
                Reason.MULTIPLE_HEADS,
                target,
                where + number(heads.cardinality()) + " heads, " + list(heads),
                target.is(Target.HEAD) ? cure.and(" Or take all: `", Advice.target(plural(target)), "`.") : cure,
                List.copyOf(numbers.idsOf(heads)));
    }

    private static String plural(Target target) {
        return target.branch() == null ? Target.HEADS : target.branch() + "@" + Target.HEADS;
    }

    /** The start of a range is not an ancestor of its end. */
    RevisionException notBelow(Target start, BitSet outside, String why) {
        return refusal(
                Reason.RANGE_NOT_ANCESTOR,
                start,
                why + " " + list(outside),
                Advice.of("Choose an end that follows the start, or leave the start out."),
                List.copyOf(numbers.idsOf(outside)));
    }

    /** The target of a downgrade is not an ancestor of the current heads. */
    RevisionException notApplied(Target target, BitSet current) {
        String where = current.isEmpty() ? "nothing is applied" : "the database is at " + list(current);
        return refusal(
                Reason.RANGE_NOT_ANCESTOR,
                target,
                where + ", and nothing that follows the target is applied",
                Advice.of("Run `", Advice.command("current"), "` to see the current heads."),
                List.copyOf(numbers.idsOf(current)));
    }

    /** Relative steps could start from several current heads. */
    RevisionException severalStarts(Target target, BitSet starts) {
        String first = numbers.at(starts.nextSetBit(0)).id();
        return refusal(
                Reason.AMBIGUOUS_WALK,
                target,
                "the steps could start from " + number(starts.cardinality()) + " current heads, " + list(starts),
                Advice.of("Name the one to start from: `", Advice.target(first + "@" + signed(target)), "`."),
                List.copyOf(numbers.idsOf(starts)));
    }

    /** Relative steps meet a branch point or a merge. */
    RevisionException fork(Target target, RelativeSteps walk, String way) {
        BitSet choices = new BitSet();
        for (int choice : walk.choices()) {
            choices.set(choice);
        }
        String from = walk.at() == RelativeSteps.GROUND ? "the base" : describe(walk.at());
        String first = numbers.at(walk.choices()[0]).id();
        return refusal(
                Reason.AMBIGUOUS_WALK,
                target,
                "from " + from + " " + number(choices.cardinality()) + " ways lead " + way + ", to " + list(choices),
                Advice.of("Name the revision to reach instead of counting: `", Advice.target(first), "`."),
                List.copyOf(numbers.idsOf(choices)));
    }

    private static String signed(Target target) {
        return (target.distance() > 0 ? "+" : "") + target.distance();
    }

    /** The revision is not on the branch. */
    RevisionException notOnLine(Target target, int found) {
        return refusal(
                Reason.NOT_IN_BRANCH,
                target,
                describe(found) + " is neither an ancestor nor a descendant of " + target.branch(),
                Advice.of(
                        "Leave out the branch: `",
                        Advice.target(numbers.at(found).id()),
                        "`."),
                List.of(numbers.at(found).id()));
    }

    /** Several branches start at the target of a downgrade, and the given branch is not one of them. */
    RevisionException noChoice(Target target, BitSet lines) {
        return refusal(
                Reason.RANGE_NOT_ANCESTOR,
                target,
                "several branches start at it, " + list(lines) + ", and the target does not select one of them",
                Advice.of(
                        "Write the branch before the target: `",
                        Advice.target(numbers.at(lines.nextSetBit(0)).id() + "@..."),
                        "`."),
                List.copyOf(numbers.idsOf(lines)));
    }

    /** The command does not accept relative targets. */
    RevisionException notRelative(Target target) {
        return refusal(
                Reason.UNKNOWN_REVISION,
                target,
                "only upgrade, downgrade and the end of a history range accept a relative target",
                Advice.of("Name the revision itself. ", SEE_HISTORY),
                List.of());
    }

    /** No revision or label has the name. */
    RevisionException unknown(Reason reason, Target target, String name) {
        OptionalInt squash = numbers.squashOf(name);
        if (squash.isPresent()) {
            return replaced(target, name, numbers.at(squash.getAsInt()));
        }
        List<String> near = name.isEmpty() ? List.of() : NameSuggestions.to(name, numbers.names());
        return refusal(reason, target, whyUnknown(target, name), cureUnknown(name, near), near);
    }

    private RevisionException replaced(Target target, String name, RevisionInfo squash) {
        return refusal(
                Reason.REPLACED_REVISION,
                target,
                "the squash " + squash.describe() + " replaces revision " + name
                        + ", and runs or is reverted as a whole",
                Advice.of(
                        "Choose the squash itself, ",
                        Advice.target(squash.id()),
                        ", or what comes before it, ",
                        Advice.target(
                                squash.isBase() ? Target.BASE : squash.parents().get(0)),
                        "."),
                List.of(squash.id()));
    }

    private static String whyUnknown(Target target, String name) {
        if (name.isEmpty()) {
            return "a name is missing";
        }
        return name.equals(Target.CURRENT) && target.branch() == null
                ? "that is where the database is already"
                : "no revision or label is called \"" + name + "\" or begins with it";
    }

    private static Advice cureUnknown(String name, List<String> near) {
        if (!near.isEmpty()) {
            return Advice.of("Did you mean ", String.join(" or ", near), "?");
        }
        boolean signs = name.isEmpty() || name.chars().anyMatch(character -> "@+-:".indexOf(character) >= 0);
        return signs ? Advice.of("A target is ", Target.FORMS, ". ", SEE_HISTORY) : SEE_HISTORY;
    }

    /** The abbreviation matches several names. */
    RevisionException ambiguous(Reason reason, Target target, String name, List<String> longer) {
        String why = number(longer.size()) + " names begin with \"" + name + "\": "
                + longer.stream().map(this::describeName).collect(joining(", "));
        return refusal(reason, target, why, WRITE_IT_OUT, longer);
    }

    private String describeName(String name) {
        RevisionInfo revision = numbers.at(Objects.requireNonNull(numbers.indexOfName(name)));
        return revision.id().equals(name) ? revision.describe() : name + " (label of " + revision.id() + ")";
    }

    private String describe(int index) {
        return numbers.at(index).describe();
    }

    private String list(BitSet set) {
        List<String> all =
                numbers.infos(set).stream().map(RevisionInfo::describe).toList();
        int last = all.size() - 1;
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    private static String number(int count) {
        return count == 2 ? "two" : count == 3 ? "three" : String.valueOf(count);
    }
}
