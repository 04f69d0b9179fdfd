package io.retort.revision;

import static java.util.stream.Collectors.joining;

import io.retort.revision.RevisionException.Reason;
import io.retort.revision.lineage.Links;
import io.retort.revision.lineage.Nearest;
import io.retort.revision.lineage.Walk;
import io.retort.revision.target.Target;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revisions that a target means. Revisions are numbers here, as in {@link Links}; {@link Walk#GROUND} is the
 * base. One resolver serves one question, so that a refusal can begin with what was asked.
 */
final class TargetResolver {

    private static final String SEE_HISTORY = "Run `mvn migrate:history` to see which revisions there are.";
    private static final String WRITE_IT_OUT = "Write more of its beginning.";

    private final RevisionGraph graph;
    private final Links parents;
    private final String verb;

    /**
     * @param verb what is asked for, as it follows "Cannot": {@code upgrade to}
     */
    TargetResolver(RevisionGraph graph, String verb) {
        this.graph = graph;
        this.parents = graph.parents();
        this.verb = verb;
    }

    /** Takes a text apart. A name that exists wins over its reading as steps, as with the label {@code v-2}. */
    Target read(String text) {
        Target target = Target.parse(text);
        return target.isRelative() && graph.indexOfName(target.unstepped().name()) != null
                ? target.unstepped()
                : target;
    }

    /** The revisions that an absolute target means: none for the base, several for heads. */
    BitSet all(Target target) {
        if (target.isRelative()) {
            throw notRelative(target);
        }
        if (target.is(Target.BASE)) {
            return none(target);
        }
        if (target.is(Target.HEAD)) {
            BitSet heads = headsOf(target);
            if (heads.cardinality() > 1) {
                throw severalHeads(target, heads);
            }
            return heads;
        }
        if (target.is(Target.HEADS)) {
            return target.branch() == null ? graph.needs().tips() : headsOf(target);
        }
        return Links.single(named(target));
    }

    /** The one revision that an absolute target means, or the ground. */
    int one(Target target) {
        return only(target, all(target));
    }

    /** The one revision of those that a target means, or the ground. */
    int only(Target target, BitSet found) {
        if (target.is(Target.BASE) && target.branch() != null) {
            branch(target, target.branch());
        }
        if (found.cardinality() > 1) {
            throw severalHeads(target, found);
        }
        return found.isEmpty() ? Walk.GROUND : found.nextSetBit(0);
    }

    private BitSet none(Target target) {
        if (target.branch() != null && !graph.hasNameFrom(target.branch())) {
            throw unknown(Reason.UNKNOWN_BRANCH, target, target.branch());
        }
        return new BitSet();
    }

    private BitSet headsOf(Target target) {
        BitSet heads = parents.tips();
        if (target.branch() != null) {
            heads.and(lineOf(target, target.branch()));
        }
        return heads;
    }

    /** The revisions on whose lines a target has a say: what it names, and its branch. None for the plain base. */
    BitSet linesOf(Target target) {
        BitSet lines = target.isWord() ? all(target) : new BitSet();
        if (target.branch() != null) {
            lines.set(name(target, target.branch(), graph.namesFrom(target.branch())));
        }
        if (!target.isWord()) {
            lines.or(all(target.isRelative() ? target : target.start(false)));
        }
        return lines;
    }

    private BitSet lineOf(Target target, String branch) {
        return parents.line(name(target, branch, graph.namesFrom(branch)));
    }

    private int named(Target target) {
        String name = target.name();
        if (target.branch() == null) {
            return name(target, name, graph.namesFrom(name));
        }
        int branch = branch(target, target.branch());
        BitSet line = parents.line(branch);
        List<String> onLine = graph.namesFrom(name).stream()
                .filter(known -> line.get(indexOf(known)))
                .toList();
        int found = name(target, name, onLine);
        if (!line.get(found)) {
            throw refusal(
                    Reason.NOT_IN_BRANCH,
                    target,
                    describe(found) + " is neither below nor above " + target.branch(),
                    "Leave out the branch: `-Dtarget=" + graph.at(found).id() + "`.",
                    List.of(graph.at(found).id()));
        }
        return found;
    }

    private int name(Target target, String name, List<String> longer) {
        Integer exact = graph.indexOfName(name);
        if (exact != null) {
            return exact;
        }
        if (longer.size() == 1) {
            return indexOf(longer.get(0));
        }
        throw longer.isEmpty()
                ? unknown(Reason.UNKNOWN_REVISION, target, name)
                : ambiguous(Reason.AMBIGUOUS_ID, target, name, longer);
    }

    /** The revision that names a branch. */
    int branch(Target target, String name) {
        Integer exact = graph.indexOfName(name);
        if (exact != null) {
            return exact;
        }
        List<String> longer = graph.namesFrom(name);
        if (longer.size() == 1) {
            return indexOf(longer.get(0));
        }
        throw longer.isEmpty()
                ? unknown(Reason.UNKNOWN_BRANCH, target, name)
                : ambiguous(Reason.UNKNOWN_BRANCH, target, name, longer);
    }

    private int indexOf(String knownName) {
        Integer index = graph.indexOfName(knownName);
        return index == null ? Walk.GROUND : index;
    }

    /** The line of a target's branch, or null when it names none. */
    @Nullable
    BitSet line(Target target) {
        return target.branch() == null ? null : lineOf(target, target.branch());
    }

    /** The revision so many steps above a place. */
    int up(Target target, int start) {
        Walk walk = Walk.up(parents, start, target.distance(), line(target));
        return arrived(target, walk, "up");
    }

    /** The highest revision that can be reached on the way to the one so many steps above a place. */
    int upAtMost(Target target, int start) {
        Walk walk = Walk.up(parents, start, target.distance(), line(target));
        return walk.choices().length == 0 ? walk.at() : arrived(target, walk, "up");
    }

    /** The revision so many steps below a place, or the ground if that is there or nothing is. */
    int downAtMost(Target target, int start) {
        Walk walk = Walk.down(parents, start, -target.distance());
        return walk.choices().length == 0 ? walk.at() : arrived(target, walk, "down");
    }

    /** The revision so many steps below a place, or the ground. */
    int down(Target target, int start) {
        Walk walk = Walk.down(parents, start, -target.distance());
        return arrived(target, walk, "down");
    }

    private int arrived(Target target, Walk walk, String way) {
        if (walk.choices().length > 1) {
            throw fork(target, walk, way);
        }
        if (walk.walked() < Math.abs(target.distance())) {
            throw outOfRange(target, "the history ends after " + counted(walk.walked()) + " " + way);
        }
        return walk.at();
    }

    private static String counted(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }

    // What follows puts refusals into words.

    RevisionException refusal(Reason reason, Target target, String why, String action, List<String> candidates) {
        return new RevisionException(
                reason, "Cannot " + verb + " \"" + target.text() + "\": " + why + ".", action, candidates);
    }

    RevisionException outOfRange(Target target, String why) {
        return refusal(Reason.RELATIVE_OUT_OF_RANGE, target, why, SEE_HISTORY, List.of());
    }

    RevisionException severalHeads(Target target, BitSet heads) {
        String where = target.branch() == null ? "the history has " : "the line of " + target.branch() + " has ";
        String cure = "Merge them: `mvn migrate:merge -Dmessage=...`. Or name one: `-Dtarget="
                + graph.at(heads.nextSetBit(0)).id() + "`.";
        String both = target.is(Target.HEAD) ? " Or take all: `-Dtarget=" + plural(target) + "`." : "";
        return refusal(
                Reason.MULTIPLE_HEADS,
                target,
                where + number(heads.cardinality()) + " heads, " + list(heads),
                cure + both,
                List.copyOf(graph.idsOf(heads)));
    }

    private static String plural(Target target) {
        return target.branch() == null ? Target.HEADS : target.branch() + "@" + Target.HEADS;
    }

    /** The start of a range that its end does not lead down to. */
    RevisionException notBelow(Target start, BitSet outside, String why) {
        return refusal(
                Reason.RANGE_NOT_ANCESTOR,
                start,
                why + " " + list(outside),
                "Choose an end that follows the start, or leave the start out.",
                List.copyOf(graph.idsOf(outside)));
    }

    /** A place to go down to that is not below where the database is. */
    RevisionException notApplied(Target target, BitSet current) {
        String where = current.isEmpty() ? "nothing is applied" : "the database is at " + list(current);
        return refusal(
                Reason.RANGE_NOT_ANCESTOR,
                target,
                where + ", and nothing that follows the target is applied",
                "Run `mvn migrate:current` to see where the database is.",
                List.copyOf(graph.idsOf(current)));
    }

    /** Steps that could start from several current revisions. */
    RevisionException severalStarts(Target target, BitSet starts) {
        String first = graph.at(starts.nextSetBit(0)).id();
        return refusal(
                Reason.AMBIGUOUS_WALK,
                target,
                "the steps could start from " + number(starts.cardinality()) + " current heads, " + list(starts),
                "Name the one to start from: `-Dtarget=" + first + "@" + signed(target) + "`.",
                List.copyOf(graph.idsOf(starts)));
    }

    private RevisionException fork(Target target, Walk walk, String way) {
        BitSet choices = new BitSet();
        for (int choice : walk.choices()) {
            choices.set(choice);
        }
        String from = walk.at() == Walk.GROUND ? "the base" : describe(walk.at());
        String first = graph.at(walk.choices()[0]).id();
        return refusal(
                Reason.AMBIGUOUS_WALK,
                target,
                "from " + from + " " + number(choices.cardinality()) + " ways lead " + way + ", to " + list(choices),
                "Name the revision to reach instead of counting: `-Dtarget=" + first + "`.",
                List.copyOf(graph.idsOf(choices)));
    }

    private static String signed(Target target) {
        return (target.distance() > 0 ? "+" : "") + target.distance();
    }

    private RevisionException notRelative(Target target) {
        return refusal(
                Reason.UNKNOWN_REVISION,
                target,
                "only upgrade, downgrade and the end of a history range count steps",
                "Name the revision itself. " + SEE_HISTORY,
                List.of());
    }

    private RevisionException unknown(Reason reason, Target target, String name) {
        List<String> near = name.isEmpty() ? List.of() : Nearest.to(name, graph.names());
        return refusal(reason, target, whyUnknown(target, name), cureUnknown(name, near), near);
    }

    private static String whyUnknown(Target target, String name) {
        if (name.isEmpty()) {
            return "a name is missing";
        }
        return name.equals(Target.CURRENT) && target.branch() == null
                ? "that is where the database is already"
                : "no revision or label is called \"" + name + "\" or begins with it";
    }

    private static String cureUnknown(String name, List<String> near) {
        if (!near.isEmpty()) {
            return "Did you mean " + String.join(" or ", near) + "?";
        }
        boolean signs = name.isEmpty() || name.chars().anyMatch(character -> "@+-:".indexOf(character) >= 0);
        return signs ? "A target is " + Target.FORMS + ". " + SEE_HISTORY : SEE_HISTORY;
    }

    private RevisionException ambiguous(Reason reason, Target target, String name, List<String> longer) {
        String why = number(longer.size()) + " names begin with \"" + name + "\": "
                + longer.stream().map(this::describeName).collect(joining(", "));
        return refusal(reason, target, why, WRITE_IT_OUT, longer);
    }

    private String describeName(String name) {
        RevisionInfo revision = graph.at(indexOf(name));
        return revision.id().equals(name) ? revision.describe() : name + " (label of " + revision.id() + ")";
    }

    private String describe(int index) {
        return graph.at(index).describe();
    }

    String list(BitSet set) {
        List<String> all = graph.infos(set).stream().map(RevisionInfo::describe).toList();
        int last = all.size() - 1;
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    private static String number(int count) {
        return count == 2 ? "two" : count == 3 ? "three" : String.valueOf(count);
    }
}
