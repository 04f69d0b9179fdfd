package io.retort.diff.faithful.live;

import java.util.List;
import java.util.stream.Stream;

/** All changes of the live schema. */
public final class LiveMutations {

    private LiveMutations() {}

    public static List<LiveMutation> all() {
        return Stream.of(
                        TableMutations.all(),
                        ColumnMutations.all(),
                        TypeMutations.all(),
                        KeyMutations.all(),
                        IndexMutations.all(),
                        CounterMutations.all(),
                        ValueMutations.all())
                .flatMap(List::stream)
                .toList();
    }
}
