package io.retort.run.session;

import java.util.regex.Pattern;

/** Statements that begin or end a transaction, or switch how a session commits. */
public final class TransactionControl {

    private static final int LONGEST = 1_000;

    private static final String COMMENTS = "(?:\\s|--[^\\n]*+(?:\\n|$)|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+";

    private static final Pattern STATEMENT = Pattern.compile("(?i)" + COMMENTS
            + "(?:(?:begin|start\\s+transaction|commit|rollback|abort|end)"
            + "(?:\\s+(?:work|transaction|tran|and|no|chain|release|prepared|immediate|deferred|exclusive))*+"
            + "|set\\s+(?:session\\s+|local\\s+|@@(?:session\\.|local\\.)?)?autocommit\\b[^;]*+)\\s*;?"
            + COMMENTS);

    private TransactionControl() {}

    /** Whether a statement is one of them. */
    public static boolean is(String sql) {
        return sql.length() <= LONGEST && STATEMENT.matcher(sql).matches();
    }
}
