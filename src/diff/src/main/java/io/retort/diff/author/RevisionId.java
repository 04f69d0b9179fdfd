package io.retort.diff.author;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Generates revision ids. */
final class RevisionId {

    private RevisionId() {}

    /** Returns random hexadecimal digits that are not yet in use. */
    static String random(int length, Predicate<String> taken) {
        Random random = new SecureRandom();
        return Stream.generate(() -> digits(random, length))
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }

    private static String digits(Random random, int length) {
        byte[] bytes = new byte[(length + 1) / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, length);
    }
}
