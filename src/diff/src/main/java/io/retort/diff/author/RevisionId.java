package io.retort.diff.author;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** New ids for revisions. */
final class RevisionId {

    private static final int BYTES = 6;

    private RevisionId() {}

    /** Twelve random hexadecimal digits that are not taken yet. */
    static String random(Predicate<String> taken) {
        Random random = new SecureRandom();
        return Stream.generate(() -> digits(random))
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }

    private static String digits(Random random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
