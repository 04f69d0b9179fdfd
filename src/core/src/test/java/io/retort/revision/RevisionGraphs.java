package io.retort.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Creates histories for tests: from a short notation, as a line, or randomly from a seed. */
public final class RevisionGraphs {

    private RevisionGraphs() {}

    public static RevisionInfo revision(String id, List<String> parents, List<String> dependsOn, List<String> labels) {
        return new RevisionInfo(id, parents, dependsOn, labels, "make " + id, null, true, "R" + id + ".java");
    }

    public static RevisionInfo revision(String id, String... parents) {
        return revision(id, List.of(parents), List.of(), List.of());
    }

    /** Returns a line of revisions, with {@code r0} as its base. */
    public static List<RevisionInfo> line(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> index == 0 ? revision("r0") : revision("r" + index, "r" + (index - 1)))
                .toList();
    }

    /** Returns two labelled branches with a common trunk: {@code a - b - (left: c - d | right: e - f)}. */
    public static List<RevisionInfo> twoArms() {
        return List.of(
                revision("a"),
                revision("b", "a"),
                revision("c", List.of("b"), List.of(), List.of("left")),
                revision("d", "c"),
                revision("e", List.of("b"), List.of(), List.of("right")),
                revision("f", "e"));
    }

    /**
     * Returns up to two hundred revisions with several bases, branch points, merges, labels, and dependencies by id and
     * by label.
     */
    public static List<RevisionInfo> random(SplittableRandom random) {
        int size = random.nextInt(1, 201);
        int bends = random.nextInt(1, 12);
        List<RevisionInfo> revisions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            String id = Integer.toHexString(0x1000 + index) + Integer.toHexString(random.nextInt(0x1000, 0x10000));
            List<String> parents =
                    index == 0 || random.nextInt(20) == 0 ? List.of() : parents(random, revisions, bends);
            List<String> depends =
                    index > 0 && random.nextInt(8) == 0 ? List.of(names.get(random.nextInt(names.size()))) : List.of();
            List<String> labels = random.nextInt(6) == 0 ? List.of("label" + index) : List.of();
            revisions.add(revision(id, parents, depends, labels));
            names.add(id);
            names.addAll(labels);
        }
        return shuffled(random, revisions);
    }

    private static List<String> parents(SplittableRandom random, List<RevisionInfo> below, int bends) {
        Set<String> parents = new LinkedHashSet<>();
        int count = random.nextInt(bends) == 0 ? random.nextInt(1, 4) : 1;
        for (int parent = 0; parent < count; parent++) {
            int back = random.nextInt(bends) == 0 ? random.nextInt(below.size()) : 0;
            parents.add(below.get(below.size() - 1 - back).id());
        }
        return List.copyOf(parents);
    }

    private static List<RevisionInfo> shuffled(SplittableRandom random, List<RevisionInfo> revisions) {
        List<RevisionInfo> shuffled = new ArrayList<>(revisions);
        for (int index = shuffled.size() - 1; index > 0; index--) {
            shuffled.set(index, shuffled.set(random.nextInt(index + 1), shuffled.get(index)));
        }
        return shuffled;
    }
}
