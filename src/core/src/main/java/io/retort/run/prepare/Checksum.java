package io.retort.run.prepare;

import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A short mark of what a migration says. It is taken from the operations, not from the file, so that formatting,
 * comments and line ends do not count.
 */
final class Checksum {

    /** Stands in front of each checksum, so that a later way of counting can tell old ones from its own. */
    private static final String VERSION = "1:";

    private Checksum() {}

    static String of(List<Operation> operations) {
        MessageDigest digest = sha256();
        for (Operation operation : operations) {
            digest.update(text(operation).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return VERSION + HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static String text(Operation operation) {
        return operation instanceof DataOperation.Execute execute
                ? execute.sql().replaceAll("\\s+", " ").strip()
                : operation.java().source("op", 0).replaceAll("\\s+", " ");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
