package io.retort.run.prepare;

import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.run.database.Secrets;
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
        return VERSION + hex(digest.digest());
    }

    private static String text(Operation operation) {
        return operation instanceof DataOperation.Execute execute
                ? SqlText.canonical(Secrets.mask(execute.sql()))
                : operation.java().source("op", 0);
    }

    /** A short mark of a text. */
    static String hash(String text) {
        return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest).substring(0, 32);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
