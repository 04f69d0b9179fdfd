package io.retort.revision;

import io.retort.revision.RevisionException.Reason;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Resolves targets to revisions. Revisions are numbers, as in {@link Dag}; {@link RelativeSteps#GROUND} is the base. An
 * instance serves one request, whose verb starts each error message.
 */
final class TargetResolver {

    private final RevisionNumbering numbers;
    private final Dag parents;
    private final ResolutionErrors errors;

    /**
     * @param verb the request, as it follows "Cannot" in messages: {@code upgrade to}
     */
    TargetResolver(RevisionNumbering numbers, String verb) {
        this.numbers = numbers;
        this.parents = numbers.parents();
        this.errors = new ResolutionErrors(numbers, verb);
    }

    /** Returns the factory of this request's exceptions. */
    ResolutionErrors errors() {
        return errors;
    }

    /** Parses a target. An existing name takes precedence over relative steps, as for the label {@code v-2}. */
    Target read(String text) {
        Target target = Target.parse(text);
        return target.isRelative() && numbers.indexOfName(target.unstepped().name()) != null
                ? target.unstepped()
                : target;
    }

    /** Resolves an absolute target: no revision for the base, several for heads. */
    BitSet all(Target target) {
        if (target.isRelative()) {
            throw errors.notRelative(target);
        }
        if (target.is(Target.BASE)) {
            return none(target);
        }
        if (target.is(Target.HEAD)) {
            BitSet heads = headsOf(target);
            if (heads.cardinality() > 1) {
                throw errors.severalHeads(target, heads);
            }
            return heads;
        }
        if (target.is(Target.HEADS)) {
            return target.branch() == null ? numbers.needs().tips() : headsOf(target);
        }
        return Dag.single(named(target));
    }

    /** Resolves an absolute target to one revision or the base. */
    int one(Target target) {
        return only(target, all(target));
    }

    /** Returns the only revision of a resolved target, or the base. */
    int only(Target target, BitSet found) {
        if (target.is(Target.BASE)) {
            requireBranch(target);
        }
        if (found.cardinality() > 1) {
            throw errors.severalHeads(target, found);
        }
        return found.isEmpty() ? RelativeSteps.GROUND : found.nextSetBit(0);
    }

    private BitSet none(Target target) {
        if (target.branch() != null && !numbers.hasNameFrom(target.branch())) {
            throw errors.unknown(Reason.UNKNOWN_BRANCH, target, target.branch());
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

    /**
     * Returns the revisions whose branches a target concerns: what it names, and its branch. Empty for {@code base}
     * alone.
     */
    BitSet linesOf(Target target) {
        BitSet lines = target.isWord() ? all(target) : new BitSet();
        if (target.branch() != null) {
            lines.set(name(target, target.branch(), numbers.namesFrom(target.branch())));
        }
        if (!target.isWord()) {
            lines.or(all(target.isRelative() ? target : target.start(false)));
        }
        return lines;
    }

    private BitSet lineOf(Target target, String branch) {
        return parents.line(name(target, branch, numbers.namesFrom(branch)));
    }

    private int named(Target target) {
        String name = target.name();
        if (target.branch() == null) {
            return name(target, name, numbers.namesFrom(name));
        }
        int branch = branch(target, target.branch());
        BitSet line = parents.line(branch);
        List<String> onLine = numbers.namesFrom(name).stream()
                .filter(known -> line.get(Objects.requireNonNull(numbers.indexOfName(known))))
                .toList();
        int found = name(target, name, onLine);
        if (!line.get(found)) {
            throw errors.notOnLine(target, found);
        }
        return found;
    }

    private int name(Target target, String name, List<String> longer) {
        Integer exact = numbers.indexOfName(name);
        Integer found = exact == null ? numbers.only(longer) : exact;
        if (found == null) {
            throw longer.isEmpty()
                    ? errors.unknown(Reason.UNKNOWN_REVISION, target, name)
                    : errors.ambiguous(Reason.AMBIGUOUS_ID, target, name, longer);
        }
        return found;
    }

    /** Resolves the name of a branch. */
    int branch(Target target, String name) {
        Integer found = numbers.find(name);
        if (found == null) {
            throw noBranch(target, name);
        }
        return found;
    }

    private void requireBranch(Target target) {
        String name = target.branch();
        if (name != null && numbers.find(name) == null) {
            throw noBranch(target, name);
        }
    }

    private RuntimeException noBranch(Target target, String name) {
        List<String> longer = numbers.namesFrom(name);
        return longer.isEmpty()
                ? errors.unknown(Reason.UNKNOWN_BRANCH, target, name)
                : errors.ambiguous(Reason.UNKNOWN_BRANCH, target, name, longer);
    }

    /** Returns the revisions on a target's branch; null if the target has no branch. */
    @Nullable
    BitSet line(Target target) {
        return target.branch() == null ? null : lineOf(target, target.branch());
    }

    /** Returns the revision so many steps above another one. */
    int up(Target target, int start) {
        RelativeSteps walk = RelativeSteps.up(parents, start, target.distance(), line(target));
        return arrived(target, walk, "up");
    }

    /** Returns the revision so many steps above another one, or the last one before the end of the history. */
    int upAtMost(Target target, int start) {
        RelativeSteps walk = RelativeSteps.up(parents, start, target.distance(), line(target));
        return walk.choices().length == 0 ? walk.at() : arrived(target, walk, "up");
    }

    /** Returns the revision so many steps below another one, or the base if there are not so many. */
    int downAtMost(Target target, int start) {
        RelativeSteps walk = RelativeSteps.down(parents, start, -target.distance());
        return walk.choices().length == 0 ? walk.at() : arrived(target, walk, "down");
    }

    /** Returns the revision so many steps below another one, or the base. */
    int down(Target target, int start) {
        RelativeSteps walk = RelativeSteps.down(parents, start, -target.distance());
        return arrived(target, walk, "down");
    }

    private int arrived(Target target, RelativeSteps walk, String way) {
        if (walk.choices().length > 1) {
            throw errors.fork(target, walk, way);
        }
        if (walk.walked() < Math.abs(target.distance())) {
            throw errors.outOfRange(target, "the history ends after " + counted(walk.walked()) + " " + way);
        }
        return walk.at();
    }

    private static String counted(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }
}
