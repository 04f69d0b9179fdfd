package io.retort.internal.prepare;

import io.retort.internal.checksum.Crc64;
import io.retort.operation.Operation;
import io.retort.sql.SqlSyntax;
import java.util.List;

/**
 * The checksum of a migration. It is computed from the {@link CanonicalForm} of the operations and not from
 * the file, so that formatting, comments, line endings and the names of the methods do not matter.
 */
final class Checksum {

    /**
     * The prefix of each checksum, which distinguishes algorithms. Version 1 was a part of SHA-256, version 2 was
     * computed from Java source.
     */
    private static final String VERSION = "3:";

    private Checksum() {}

    static String of(List<Operation> operations, SqlSyntax syntax) {
        Crc64 sum = new Crc64();
        CanonicalForm form = new CanonicalForm(syntax);
        for (Operation operation : operations) {
            sum.add(operation.accept(form).toString());
        }
        return VERSION + sum.hex();
    }

    /** Returns whether a checksum was computed by the present algorithm. Others cannot be compared. */
    public static boolean isCounted(String checksum) {
        return checksum.startsWith(VERSION);
    }
}
