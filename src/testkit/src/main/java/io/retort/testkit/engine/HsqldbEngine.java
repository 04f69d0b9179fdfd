package io.retort.testkit.engine;

import java.nio.file.Path;
import java.sql.SQLException;

/** HSQLDB inside this JVM. */
public final class HsqldbEngine implements Engine {

    @Override
    public Login create(String name) throws SQLException {
        Login login = login("jdbc:hsqldb:mem:" + name);
        login.connect().close();
        return login;
    }

    @Override
    public void drop(String name) throws SQLException {
        login("jdbc:hsqldb:mem:" + name).execute("shutdown");
    }

    /** Shut down with its last connection, so that the next process can open it. */
    @Override
    public Login inFolder(Path folder, String name) {
        return login("jdbc:hsqldb:file:" + folder.toAbsolutePath().resolve(name) + ";shutdown=true");
    }

    private static Login login(String url) {
        return new Login(url, "SA", "");
    }
}
