package io.retort.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random choices, and numbers and names that are unique within a story. */
final class RandomDraw {

    private static final List<String> WORDS = List.of(
            "name",
            "code",
            "mail",
            "total",
            "state",
            "firstName",
            "placeOfBirth",
            "note",
            "score",
            "since",
            "label",
            "unit",
            "grade",
            "memo",
            "phase",
            "zip_code",
            "amount",
            "sortKey",
            "weight",
            "origin");

    private static final List<String> NOUNS = List.of(
            "Customer",
            "Item",
            "Ship",
            "OrderLine",
            "Depot",
            "Visit",
            "Author",
            "Book",
            "Route",
            "Parcel",
            "Wagon",
            "Crew",
            "Ticket",
            "Venue",
            "PostTag");

    private static final List<String> CONSTANTS = List.of(
            "NEW", "OPEN", "DONE", "LOST", "PAID", "LATE", "A_B", "X", "VERY_LONG_CONSTANT_NAME", "Mixed", "active");

    private final SplittableRandom random;
    private int last;

    RandomDraw(SplittableRandom random, int last) {
        this.random = random;
        this.last = last;
    }

    int uid() {
        return ++last;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... things) {
        return things[random.nextInt(things.length)];
    }

    /** Returns a field name that contains the uid, so that it is unique. */
    String field(int uid) {
        return of(WORDS) + uid;
    }

    String type(int uid) {
        return of(NOUNS) + uid;
    }

    /** Returns distinct constants in random order. */
    List<String> constants(int many) {
        List<String> left = new ArrayList<>(CONSTANTS);
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            taken.add(left.remove(random.nextInt(left.size())));
        }
        return taken;
    }

    String newConstant(List<String> there) {
        List<String> left = new ArrayList<>(CONSTANTS);
        left.removeAll(there);
        return left.isEmpty() ? "Z" + uid() : of(left);
    }
}
