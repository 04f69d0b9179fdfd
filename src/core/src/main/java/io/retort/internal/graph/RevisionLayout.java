package io.retort.internal.graph;

import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The layout of a revision graph, newest revision first, with a lane for each line of development.
 *
 * <p>Each lane expects one revision: the parent of the revision placed last in it. Lanes that expect the same revision
 * join above it. Below a merge, each further parent opens a lane. The same revisions always have the same layout.
 *
 * @param steps the steps from the top to the bottom
 */
public record RevisionLayout(List<Step> steps) {

    public RevisionLayout {
        steps = List.copyOf(steps);
    }

    /** A change of the lanes. Lanes are numbered from the left, beginning with 0. */
    public sealed interface Step {

        /** Returns the number of lanes above the step; those of a {@link Node} include its own. */
        int lanes();

        /** Returns where each lane continues below the step, in the order of the lanes above it. */
        List<Move> moves();
    }

    /**
     * The continuation of a lane.
     *
     * @param from the lane above a step
     * @param to the lane below it
     */
    public record Move(int from, int to) {}

    /**
     * A revision.
     *
     * @param revision the revision
     * @param lane its lane
     * @param lanes the number of lanes
     * @param parents the number of its parents that are shown
     */
    public record Node(RevisionInfo revision, int lane, int lanes, int parents) implements Step {

        @Override
        public List<Move> moves() {
            return straight(lanes);
        }
    }

    /**
     * A lane that ends in another one to its left; those to its right move left.
     *
     * @param lane the lane that continues
     * @param other the lane that ends
     * @param lanes the number of lanes
     */
    public record Join(int lane, int other, int lanes) implements Step {

        @Override
        public List<Move> moves() {
            return each(lanes)
                    .map(from -> from == other ? new Move(from, lane) : shifted(from, other))
                    .toList();
        }
    }

    /**
     * A lane that ends below a revision without parents; those to its right move left.
     *
     * @param lane the lane that ends
     * @param lanes the number of lanes
     */
    public record End(int lane, int lanes) implements Step {

        @Override
        public List<Move> moves() {
            return each(lanes)
                    .filter(from -> from != lane)
                    .map(from -> shifted(from, lane))
                    .toList();
        }
    }

    /**
     * A new lane to the right of a lane; those to its right move right.
     *
     * @param lane the lane from which it begins
     * @param lanes the number of lanes
     */
    public record Fork(int lane, int lanes) implements Step {

        @Override
        public List<Move> moves() {
            return each(lanes)
                    .flatMap(from -> from == lane
                            ? Stream.of(new Move(from, from), new Move(from, from + 1))
                            : Stream.of(new Move(from, from < lane ? from : from + 1)))
                    .toList();
        }
    }

    /**
     * Computes the layout of revisions.
     *
     * @param revisions the revisions, newest first, each before its parents
     */
    public static RevisionLayout of(List<RevisionInfo> revisions) {
        Builder builder = new Builder(revisions);
        revisions.forEach(builder::place);
        return new RevisionLayout(builder.steps);
    }

    /**
     * A revision with the lines to the row below it.
     *
     * @param revision the revision
     * @param lane its lane
     * @param below where each line from this row continues in the next one; several can have the same end
     */
    public record Row(RevisionInfo revision, int lane, List<Move> below) {

        public Row {
            below = List.copyOf(below);
        }
    }

    /** Returns a row for each revision. Between two revisions, all moves of a lane become one. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Node node) {
                rows.add(new Row(node.revision(), node.lane(), node.moves()));
            } else {
                Row above = rows.isEmpty() ? null : rows.remove(rows.size() - 1);
                if (above != null) {
                    rows.add(new Row(above.revision(), above.lane(), continued(above.below(), step.moves())));
                }
            }
        }
        return rows;
    }

    /** Returns the largest number of lanes next to each other, at least 1. */
    public int width() {
        return steps.stream().mapToInt(Step::lanes).max().orElse(1);
    }

    private static List<Move> continued(List<Move> moves, List<Move> next) {
        List<Move> continued = new ArrayList<>();
        for (Move move : moves) {
            for (Move other : next) {
                if (other.from() == move.to()) {
                    continued.add(new Move(move.from(), other.to()));
                }
            }
        }
        return continued;
    }

    /** Returns whether each revision is the only parent of the one above it. */
    public boolean isLinear() {
        return steps.stream().allMatch(step -> step instanceof Node || step instanceof End)
                && steps.stream().filter(End.class::isInstance).count() <= 1
                && steps.stream().allMatch(step -> step.lanes() == 1);
    }

    private static Stream<Integer> each(int number) {
        return IntStream.range(0, number).boxed();
    }

    private static List<Move> straight(int number) {
        return each(number).map(lane -> new Move(lane, lane)).toList();
    }

    private static Move shifted(int lane, int gone) {
        return new Move(lane, lane > gone ? lane - 1 : lane);
    }

    /** Remembers the revision that each lane expects. */
    private static final class Builder {

        private final Set<String> shown;
        private final List<String> lanes = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();

        Builder(List<RevisionInfo> revisions) {
            shown = revisions.stream().map(RevisionInfo::id).collect(Collectors.toSet());
        }

        void place(RevisionInfo revision) {
            int lane = laneOf(revision.id());
            int[] meeting = IntStream.range(0, lanes.size())
                    .filter(i -> lanes.get(i).equals(revision.id()))
                    .toArray();
            for (int i = meeting.length - 1; i > 0; i--) {
                steps.add(new Join(meeting[i - 1], meeting[i], lanes.size()));
                lanes.remove(meeting[i]);
            }
            List<String> parents =
                    revision.parents().stream().filter(shown::contains).toList();
            steps.add(new Node(revision, lane, lanes.size(), parents.size()));
            if (parents.isEmpty()) {
                steps.add(new End(lane, lanes.size()));
                lanes.remove(lane);
            } else {
                fork(lane, parents);
            }
        }

        private int laneOf(String id) {
            int lane = lanes.indexOf(id);
            if (lane < 0) {
                lanes.add(id);
                return lanes.size() - 1;
            }
            return lane;
        }

        private void fork(int lane, List<String> parents) {
            lanes.set(lane, parents.get(0));
            for (int parent = 1; parent < parents.size(); parent++) {
                int left = lane + parent - 1;
                steps.add(new Fork(left, lanes.size()));
                lanes.add(left + 1, parents.get(parent));
            }
        }
    }
}
