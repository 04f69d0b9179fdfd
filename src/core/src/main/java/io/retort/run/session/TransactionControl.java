package io.retort.run.session;

import java.util.regex.Pattern;

/** Recognizes statements that begin or end a transaction, or change auto-commit. */
public final class TransactionControl {

    private static final int LONGEST = 1_000;

    private static final String COMMENTS = "(?:\\s|--[^\\n]*+(?:\\n|$)|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+";

    private static final Pattern STATEMENT = Pattern.compile("(?i)" + COMMENTS
            + "(?:(?:begin|start\\s+transaction|commit|rollback|abort|end)"
            + "(?:\\s+(?:work|transaction|tran|and|no|chain|release|prepared|immediate|deferred|exclusive))*+"
            + "|set\\s+(?:session\\s+|local\\s+|@@(?:session\\.|local\\.)?)?autocommit\\b[^;]*+)\\s*;?"
            + COMMENTS);

    private TransactionControl() {}

    /** Returns whether a statement is one of them. */
    public static boolean is(String sql) {
        return sql.length() <= LONGEST && STATEMENT.matcher(sql).matches();
    }
}
