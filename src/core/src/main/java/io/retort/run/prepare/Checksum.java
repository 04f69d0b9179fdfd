package io.retort.run.prepare;

import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.run.database.Secrets;
import io.retort.sql.SqlNormalizer;
import io.retort.sql.SqlSecrets;
import io.retort.sql.SqlSyntax;
import io.retort.sum.Sum;
import java.util.List;

/**
 * A short mark of what a migration says. It is taken from the operations, not from the file, so that formatting,
 * comments and line ends do not count.
 */
public final class Checksum {

    /** Stands in front of each checksum, so that a later way of counting can tell old ones from its own; 1 was a piece of SHA-256. */
    private static final String VERSION = "2:";

    private Checksum() {}

    static String of(List<Operation> operations, SqlSyntax syntax) {
        Sum sum = new Sum();
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

    /** Whether a checksum was counted as they are now; of others nobody can say what they stand for. */
    public static boolean isCounted(String checksum) {
        return checksum.startsWith(VERSION);
    }
}
