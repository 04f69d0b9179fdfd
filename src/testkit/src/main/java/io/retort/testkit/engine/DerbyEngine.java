package io.retort.testkit.engine;

import java.io.OutputStream;
import java.sql.SQLException;

/** Apache Derby inside this JVM. */
public final class DerbyEngine implements Engine {

    /** Replaces the file {@code derby.log} in the working folder; Derby finds this field by name. */
    public static final OutputStream NO_LOG = OutputStream.nullOutputStream();

    private static final String DATABASE_DROPPED = "08006";

    public DerbyEngine() {
        System.setProperty("derby.stream.error.field", DerbyEngine.class.getName() + ".NO_LOG");
    }

    @Override
    public Login create(String name) throws SQLException {
        login(name, ";create=true").connect().close();
        return login(name, "");
    }

    /** Derby reports a successful drop as an error with its own state. */
    @Override
    public void drop(String name) throws SQLException {
        try {
            login(name, ";drop=true").connect().close();
        } catch (SQLException e) {
            if (!DATABASE_DROPPED.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static Login login(String name, String attributes) {
        return new Login("jdbc:derby:memory:" + name + attributes, "app", "");
    }
}
