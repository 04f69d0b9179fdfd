package io.retort.testkit.dump;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the content of a database of one product. */
interface DumpTool {

    /** Returns schemas, tables, sequences, types and rows, in any order. */
    List<String> lines(Connection connection) throws SQLException;

    /** Matches the name of a constraint or an index in a line, as its only group. */
    Pattern name();
}
