package io.retort.internal.prepare;

import io.retort.internal.checksum.Crc64;
import io.retort.internal.database.Secrets;
import io.retort.internal.sql.SqlNormalizer;
import io.retort.internal.sql.SqlSecrets;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.sql.SqlSyntax;
import java.util.List;

/**
 * The checksum of a migration. It is computed from the operations and not from the file, so that formatting, comments
 * and line endings do not matter.
 */
final class Checksum {

    /** The prefix of each checksum, which distinguishes algorithms; version 1 was a part of SHA-256. */
    private static final String VERSION = "2:";

    private Checksum() {}

    static String of(List<Operation> operations, SqlSyntax syntax) {
        Crc64 sum = new Crc64();
        for (Operation operation : operations) {
            sum.add(text(operation, syntax));
        }
        return VERSION + sum.hex();
    }

    private static String text(Operation operation, SqlSyntax syntax) {
        return operation instanceof DataOperation.Execute execute
                ? SqlNormalizer.canonical(SqlSecrets.mask(execute.sql(), syntax, Secrets::mask), syntax)
                : operation.java().source("op", 0);
    }

    /** Returns whether a checksum was computed by the present algorithm. Others cannot be compared. */
    public static boolean isCounted(String checksum) {
        return checksum.startsWith(VERSION);
    }
}
